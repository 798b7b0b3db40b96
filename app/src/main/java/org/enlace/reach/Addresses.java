package org.enlace.reach;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.directory.Authority;
import org.enlace.duty.OnCall;
import org.enlace.states.States;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The addresses at which an authority can be reached, in the order in which they are tried: its mailbox, its deputy mailbox, its officers' own. */
@Component
public class Addresses {

    private final Accounts accounts;
    private final OnCall onCall;
    private final States states;
    private final Clock clock;

    Addresses(Accounts accounts, OnCall onCall, States states, Clock clock) {
        this.accounts = accounts;
        this.onCall = onCall;
        this.states = states;
        this.clock = clock;
    }

    /** Where letters to it go. Empty only where nobody acts for it here. */
    public List<Address> of(Authority authority) {
        return rungs(authority).findFirst().orElse(List.of());
    }

    /** Where urgent letters go: there, and to the officers whom the rota names for this moment. */
    public List<Address> urgent(Authority authority) {
        return withDuty(of(authority), authority);
    }

    /** Who is asked when its mailbox was not answered: the deputy mailbox and the officers whom the rota names for this moment, or all officers. */
    public List<Address> deputies(Authority authority) {
        var deputies = rungs(authority)
                .dropWhile(rung -> rung.equals(role(authority, authority.reach().mailbox())))
                .findFirst()
                .orElse(List.of());
        return withDuty(deputies, authority);
    }

    /** Every officer's own. */
    public List<Address> everybody(Authority authority) {
        return accounts.officersOf(authority.id()).stream().map(Address::of).toList();
    }

    /** The officers of an authority that have this function. */
    public List<Account> officers(String authority, String function) {
        return accounts.officersOf(authority).stream()
                .filter(officer -> officer.function().equals(function))
                .toList();
    }

    /** What is tried after a letter to an address did not arrive. After an officer's own there is nothing left; the others had the same letter. */
    List<Address> after(Authority authority, String failed) {
        var rungs = rungs(authority).toList();
        for (var at = 0; at < rungs.size(); at++) {
            if (rungs.get(at).stream().anyMatch(address -> address.is(failed))) {
                return at + 1 < rungs.size() ? rungs.get(at + 1) : List.of();
            }
        }
        return isOfficers(authority, failed) ? List.of() : of(authority);
    }

    List<Account> onDuty(Authority authority, Instant moment) {
        var officers = accounts.officersOf(authority.id());
        var on = onCall.accounts(authority, moment);
        var now = officers.stream().filter(officer -> on.contains(officer.id())).toList();
        return now.isEmpty() ? officers : now;
    }

    private List<Address> withDuty(List<Address> addresses, Authority authority) {
        var on = onCall.accounts(authority, clock.instant());
        return Stream.concat(
                        addresses.stream(),
                        accounts.officersOf(authority.id()).stream()
                                .filter(officer -> on.contains(officer.id()))
                                .map(Address::of))
                .distinct()
                .toList();
    }

    /** Who is on duty is looked up only where no mailbox is there to go first. */
    private Stream<List<Address>> rungs(Authority authority) {
        return Stream.<Supplier<List<Address>>>of(
                        () -> role(authority, authority.reach().mailbox()),
                        () -> role(authority, authority.reach().deputy()),
                        () -> officers(authority))
                .map(Supplier::get)
                .filter(rung -> !rung.isEmpty());
    }

    private List<Address> role(Authority authority, @Nullable String mailbox) {
        return mailbox == null || mailbox.isEmpty()
                ? List.of()
                : List.of(
                        new Address(mailbox, authority.language(states.require(authority.state())), authority.zone()));
    }

    /** The officers on duty now; all of them, where no rota says who that is. */
    private List<Address> officers(Authority authority) {
        return onDuty(authority, clock.instant()).stream().map(Address::of).toList();
    }

    private boolean isOfficers(Authority authority, String email) {
        return accounts.officersOf(authority.id()).stream()
                .anyMatch(officer -> officer.email().equalsIgnoreCase(email));
    }
}
