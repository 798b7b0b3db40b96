package org.enlace.desk;

import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.directory.Authorities;
import org.enlace.exchange.Announcement;
import org.enlace.exchange.Readings;
import org.enlace.ledger.TakeInCharge;
import org.enlace.notices.Troubles;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.enlace.procedure.Shares;
import org.enlace.procedure.Side;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Who the two sides are, as the other side may see them: states, authorities, and officers by their function, never by name. */
@Component
class People {

    private final States states;
    private final Authorities authorities;
    private final Accounts accounts;
    private final Troubles troubles;
    private final Readings readings;

    People(States states, Authorities authorities, Accounts accounts, Troubles troubles, Readings readings) {
        this.states = states;
        this.authorities = authorities;
        this.accounts = accounts;
        this.troubles = troubles;
        this.readings = readings;
    }

    PartyView party(Request.Party party, Viewer viewer) {
        var authority = authorities.find(party.authority(), viewer);
        return new PartyView(
                party.authority(),
                party.state().iso3(),
                states.name(party.state(), viewer.language()),
                authority.map(each -> each.name(viewer.language())).orElse(party.authority()),
                party.zone(),
                authority.map(each -> each.isSample()).orElse(false));
    }

    /** An authority's name, as far as it is known. */
    String authority(String id, Viewer viewer) {
        return authorities
                .find(id, viewer)
                .map(authority -> authority.name(viewer.language()))
                .orElse(id);
    }

    /** The function that the author signed with, else the one on record. */
    String function(Fact fact) {
        return fact.act().coded() instanceof TakeInCharge taken
                ? taken.function()
                : accounts.find(fact.act().account()).map(Account::function).orElse("");
    }

    /** An officer by function and authority. */
    String officer(UUID account, Viewer viewer) {
        return accounts.find(account)
                .map(each -> each.authority() == null
                        ? each.function()
                        : each.function() + ", " + authority(each.authority(), viewer))
                .orElse("");
    }

    /** The functions of an authority's officers: what a request can be assigned to. */
    List<String> functions(String authority) {
        return accounts.officersOf(authority).stream()
                .map(Account::function)
                .distinct()
                .sorted()
                .toList();
    }

    RequestPage.Readers readers(Request request, Viewer viewer) {
        return new RequestPage.Readers(
                readers(viewer.requireAuthority()),
                Shares.of(request).stream().map(id -> authority(id, viewer)).toList(),
                readings.of(request.id(), viewer).stream().map(this::read).toList());
    }

    /** Colleagues by name: within an authority it is no secret who works there. */
    private RequestPage.Read read(Readings.Reading reading) {
        var account = accounts.find(reading.account());
        return new RequestPage.Read(
                account.map(Account::name).orElse(""),
                account.map(Account::function).orElse(""),
                reading.days(),
                reading.last());
    }

    private int readers(String authority) {
        return accounts.officersOf(authority).size()
                + accounts.systemsOf(authority).size();
    }

    /** Whether a letter about this request to that side came back, and no other address of theirs has taken one since. */
    boolean isUndelivered(Request request, Side side) {
        return troubles.isUnreached(Announcement.audience(request.party(side)), "/requests/" + request.id());
    }
}
