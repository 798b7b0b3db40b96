package org.enlace.keys;

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
import org.enlace.keys.Statements.Read;
import org.enlace.ledger.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The next generation of an authority's key, made by one who holds the current one for all who go on: when somebody leaves, or because it is time. Older generations
 * stay readable to those who hold them.
 */
@Component
class Succession {

    private final Keyring keyring;
    private final AuthorityKeys keys;
    private final OfficerKeys officers;
    private final Statements statements;

    Succession(Keyring keyring, AuthorityKeys keys, OfficerKeys officers, Statements statements) {
        this.keyring = keyring;
        this.keys = keys;
        this.officers = officers;
        this.statements = statements;
    }

    /** The generation in use, held until the transaction ends: whoever changes it meanwhile waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public AuthorityKey hold(String authority) {
        var generation = keys.hold(authority).orElseThrow(KeysRefusal.NOT_ADMITTED::refused);
        return keys.find(authority, generation).orElseThrow();
    }

    /** Those who hold a generation, the viewer among them. */
    Set<UUID> members(AuthorityKey current, Viewer viewer) {
        var members = new HashSet<>(keys.members(current.authority(), current.generation()));
        if (!members.contains(viewer.requireAccount())) {
            throw KeysRefusal.NOT_ADMITTED.refused();
        }
        return members;
    }

    /**
     * Reads and checks what makes the next generation; nothing is written yet.
     *
     * @param stay everybody who is to hold it, the viewer among them
     * @throws org.enlace.Refused when it does not follow on the current one, or was not made for exactly these
     */
    Prepared prepare(Parts parts, AuthorityKey current, Set<UUID> stay, Viewer viewer) {
        var next = statements.read(parts.statement(), Statement.AuthorityKey.class);
        requireFollows(next.statement(), current);
        officers.requireSigner(next.jws(), viewer.requireAccount());
        var admissions = admissions(parts.admissions(), next.statement(), stay, viewer);
        var copies = Copies.byAccount(parts.copies());
        var paper = Copies.byGeneration(parts.paper());
        if (!copies.keySet().equals(stay) || !paper.keySet().equals(onSheet(next.statement(), current))) {
            throw KeysRefusal.WRONG_COPIES.refused();
        }
        return new Prepared(next, admissions, copies, paper, parts.division());
    }

    /** In this order: whoever reads the log later must find each signer already inside. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Prepared prepared, AuthorityKey current, Viewer viewer) {
        var next = prepared.next().statement();
        statements.enter(prepared.next());
        prepared.admissions().forEach(statements::enter);
        keyring.generation(next, prepared.next().jws().digest(), viewer.requireAccount());
        prepared.admissions()
                .forEach(admission -> keyring.member(
                        next.authority(),
                        next.generation(),
                        admission.statement().account(),
                        admission.jws().digest()));
        prepared.copies().forEach((account, file) -> keyring.copy(next.authority(), next.generation(), account, file));
        keyring.paperCopies(next.authority(), prepared.paper());
        if (isNewSheet(next, current)) {
            keyring.sheet(next, prepared.division(), viewer.requireAccount());
        }
    }

    private static void requireFollows(Statement.AuthorityKey next, AuthorityKey current) {
        if (next.generation() != current.generation() + 1 || !Objects.equals(current.statement(), next.previous())) {
            throw KeysRefusal.CHANGED_MEANWHILE.refused();
        }
        if (!next.authority().equals(current.authority())) {
            throw KeysRefusal.UNREADABLE.refused();
        }
    }

    private List<Read<Statement.Admission>> admissions(
            List<String> sent, Statement.AuthorityKey next, Set<UUID> stay, Viewer viewer) {
        var admissions = new ArrayList<Read<Statement.Admission>>();
        var admitted = new HashSet<UUID>();
        for (var compact : sent) {
            var read = statements.read(compact, Statement.Admission.class);
            var admission = read.statement();
            officers.requireSigner(read.jws(), viewer.requireAccount());
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
     * What a browser sends for the next generation.
     *
     * @param statement of the next generation
     * @param admissions to it, of all who hold it but the author
     * @param copies of it, base64 by account, of all who hold it
     * @param paper base64 by generation, when there is a recovery sheet
     * @param division of a new sheet, once it was rehearsed
     */
    record Parts(
            String statement,
            List<String> admissions,
            Map<String, String> copies,
            @Nullable Map<String, String> paper,
            @Nullable Division division) {}

    /** Checked, and not yet written. */
    record Prepared(
            Read<Statement.AuthorityKey> next,
            List<Read<Statement.Admission>> admissions,
            Map<UUID, AgeFile> copies,
            Map<Integer, AgeFile> paper,
            @Nullable Division division) {}
}
