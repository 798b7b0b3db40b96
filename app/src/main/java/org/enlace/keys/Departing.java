package org.enlace.keys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Leaving;
import org.enlace.ledger.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer leaves: a colleague states it and makes the next generation for those who stay, in one act, so that there is no moment at which the leaver still receives.
 * Older generations stay readable to those who remain; the leaver's copies go, and so do their sessions and tokens.
 */
@Component
public class Departing {

    private final Keyring keyring;
    private final Succession succession;
    private final OfficerKeys officers;
    private final Statements statements;
    private final Accounts accounts;
    private final Leaving leaving;

    Departing(
            Keyring keyring,
            Succession succession,
            OfficerKeys officers,
            Statements statements,
            Accounts accounts,
            Leaving leaving) {
        this.keyring = keyring;
        this.succession = succession;
        this.officers = officers;
        this.statements = statements;
        this.accounts = accounts;
        this.leaving = leaving;
    }

    /** @throws org.enlace.Refused when it would leave nobody, or what was sent does not fit */
    @Transactional
    public void depart(Form form, Viewer viewer) {
        var current = succession.hold(viewer.requireAuthority());
        var departure = statements.read(form.departure(), Statement.Departure.class);
        var leaver = departure.statement().account();
        requireOf(current, departure.statement());
        var stay = staying(leaver, current, viewer);
        officers.requireSigner(departure.jws(), viewer.requireAccount());
        var next = succession.prepare(form.parts(), current, stay, viewer);
        // First the departure: whoever reads the log later must not find the leaver in the next generation's making.
        statements.enter(departure);
        keyring.depart(departure.statement(), departure.jws().digest());
        succession.enter(next, current, viewer);
        leaving.leave(accounts.find(leaver).orElseThrow(Refused::absent), viewer.requireAccount());
    }

    private static void requireOf(AuthorityKey current, Statement.Departure departure) {
        if (departure.generation() != current.generation()) {
            throw KeysRefusal.CHANGED_MEANWHILE.refused();
        }
        if (!departure.authority().equals(current.authority())) {
            throw KeysRefusal.UNREADABLE.refused();
        }
    }

    /** Those who hold the current generation and go on, the one who states the departure among them. A case system alone is nobody. */
    private Set<UUID> staying(UUID leaver, AuthorityKey current, Viewer viewer) {
        var members = succession.members(current, viewer);
        if (!members.contains(leaver)) {
            throw KeysRefusal.NOT_WAITING.refused();
        }
        members.remove(leaver);
        if (members.stream().noneMatch(this::isPerson)) {
            throw KeysRefusal.LAST_OFFICER.refused();
        }
        if (leaver.equals(viewer.requireAccount())) {
            throw KeysRefusal.OWN_DEPARTURE.refused();
        }
        return members;
    }

    private boolean isPerson(UUID account) {
        return accounts.find(account)
                .map(Account::system)
                .filter(system -> !system)
                .isPresent();
    }

    /**
     * @param departure the departure
     * @param statement the next generation's statement
     * @param admissions to the next generation, of all who stay but the author
     * @param copies of the next generation, base64 by account, of all who stay
     * @param paper base64 by generation, when there is a recovery sheet
     * @param division of a new sheet, once it was rehearsed
     */
    public record Form(
            @NotBlank String departure,
            @NotBlank String statement,
            @NotNull List<String> admissions,
            @NotNull Map<String, String> copies,
            @Nullable Map<String, String> paper,
            @Nullable Division division) {

        Succession.Parts parts() {
            return new Succession.Parts(statement, admissions, copies, paper, division);
        }
    }
}
