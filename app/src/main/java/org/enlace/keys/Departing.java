package org.enlace.keys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.keys.Statements.Read;
import org.enlace.ledger.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An officer leaves: a colleague states it and makes the next generation for those who stay, in one act, so that there is no moment at which the leaver still receives.
 * Older generations stay readable to those who remain; the leaver's copies go, and so do their sessions.
 */
@Component
public class Departing {

    private final Keyring keyring;
    private final AuthorityKeys keys;
    private final OfficerKeys officers;
    private final Statements statements;
    private final Accounts accounts;

    Departing(Keyring keyring, AuthorityKeys keys, OfficerKeys officers, Statements statements, Accounts accounts) {
        this.keyring = keyring;
        this.keys = keys;
        this.officers = officers;
        this.statements = statements;
        this.accounts = accounts;
    }

    /** @throws org.enlace.Refused when it would leave nobody, or what was sent does not fit */
    @Transactional
    public void depart(Form form, Viewer viewer) {
        var authority = viewer.requireAuthority();
        var departure = statements.read(form.departure(), Statement.Departure.class);
        var next = statements.read(form.statement(), Statement.AuthorityKey.class);
        var generation = keyring.hold(authority).orElseThrow(KeysRefusal.NOT_ADMITTED::refused);
        var current = keys.find(authority, generation).orElseThrow();
        requireFollows(departure.statement(), next.statement(), current);
        var stay = staying(departure.statement(), current, viewer);
        var admissions = admissions(form.admissions(), next.statement(), stay, viewer);
        enter(departure, next, admissions, viewer.requireAccount());
        copy(form, next.statement(), current, stay);
        if (isNewSheet(next.statement(), current)) {
            keyring.sheet(next.statement(), form.division(), viewer.requireAccount());
        }
        accounts.leave(departure.statement().account());
    }

    private static void requireFollows(
            Statement.Departure departure, Statement.AuthorityKey next, AuthorityKey current) {
        if (departure.generation() != current.generation()
                || next.generation() != current.generation() + 1
                || !Objects.equals(current.statement(), next.previous())) {
            throw KeysRefusal.CHANGED_MEANWHILE.refused();
        }
        if (!departure.authority().equals(current.authority())
                || !next.authority().equals(current.authority())) {
            throw KeysRefusal.UNREADABLE.refused();
        }
    }

    /** Those who hold the current generation and go on, the one who states the departure among them. */
    private Set<UUID> staying(Statement.Departure departure, AuthorityKey current, Viewer viewer) {
        var members = new HashSet<>(keys.members(current.authority(), current.generation()));
        if (!members.contains(viewer.requireAccount())) {
            throw KeysRefusal.NOT_ADMITTED.refused();
        }
        if (!members.contains(departure.account())) {
            throw KeysRefusal.NOT_WAITING.refused();
        }
        if (members.size() == 1) {
            throw KeysRefusal.LAST_OFFICER.refused();
        }
        if (departure.account().equals(viewer.requireAccount())) {
            throw KeysRefusal.OWN_DEPARTURE.refused();
        }
        members.remove(departure.account());
        return members;
    }

    private List<Read<Statement.Admission>> admissions(
            List<String> sent, Statement.AuthorityKey next, Set<UUID> stay, Viewer viewer) {
        var admissions = new ArrayList<Read<Statement.Admission>>();
        var admitted = new HashSet<UUID>();
        for (var compact : sent) {
            var read = statements.read(compact, Statement.Admission.class);
            var admission = read.statement();
            var stated = officers.find(admission.account())
                    .filter(officer -> officer.statement().equals(admission.officerKey()))
                    .isPresent();
            if (!stated
                    || !admission.authority().equals(next.authority())
                    || admission.generation() != next.generation()
                    || !admitted.add(admission.account())) {
                throw KeysRefusal.UNREADABLE.refused();
            }
            admissions.add(read);
        }
        admitted.add(viewer.requireAccount());
        if (!admitted.equals(stay)) {
            throw KeysRefusal.CHANGED_MEANWHILE.refused();
        }
        return admissions;
    }

    /** In this order: whoever reads the log later must find each signer still, or already, inside. */
    private void enter(
            Read<Statement.Departure> departure,
            Read<Statement.AuthorityKey> next,
            List<Read<Statement.Admission>> admissions,
            UUID viewer) {
        officers.requireSigner(departure.jws(), viewer);
        officers.requireSigner(next.jws(), viewer);
        admissions.forEach(admission -> officers.requireSigner(admission.jws(), viewer));
        statements.enter(departure);
        statements.enter(next);
        admissions.forEach(statements::enter);
        keyring.depart(departure.statement(), departure.jws().digest());
        keyring.generation(next.statement(), next.jws().digest(), viewer);
        admissions.forEach(admission -> keyring.member(
                next.statement().authority(),
                next.statement().generation(),
                admission.statement().account(),
                admission.jws().digest()));
    }

    private void copy(Form form, Statement.AuthorityKey next, AuthorityKey current, Set<UUID> stay) {
        var copies = Copies.byAccount(form.copies());
        var paper = Copies.byGeneration(form.paper());
        if (!copies.keySet().equals(stay) || !paper.keySet().equals(onSheet(next, current))) {
            throw KeysRefusal.WRONG_COPIES.refused();
        }
        copies.forEach((account, file) -> keyring.copy(next.authority(), next.generation(), account, file));
        keyring.paperCopies(next.authority(), paper);
    }

    /** A sheet that stays gets the new generation; a new sheet gets all of them, because the old one no longer counts. */
    private static Set<Integer> onSheet(Statement.AuthorityKey next, AuthorityKey current) {
        var sheet = next.paper();
        if (sheet == null && current.paper() != null) {
            throw KeysRefusal.WRONG_COPIES.refused(); // an authority that has a sheet does not lose it by the way
        }
        if (sheet == null) {
            return Set.of();
        }
        return isNewSheet(next, current)
                ? IntStream.rangeClosed(1, next.generation()).boxed().collect(Collectors.toSet())
                : Set.of(next.generation());
    }

    private static boolean isNewSheet(Statement.AuthorityKey next, AuthorityKey current) {
        return next.paper() != null && !next.paper().equals(current.paper());
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
            @Nullable Division division) {}
}
