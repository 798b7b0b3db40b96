package org.enlace.keys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Statement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A colleague who was admitted lets one in who waits; or, where nobody is left, the authority's recovery sheet does: then the newcomer's own browser holds the sheet's
 * key and signs with it.
 */
@Component
public class Admitting {

    private final Keyring keyring;
    private final AuthorityKeys keys;
    private final OfficerKeys officers;
    private final Statements statements;
    private final Accounts accounts;

    Admitting(Keyring keyring, AuthorityKeys keys, OfficerKeys officers, Statements statements, Accounts accounts) {
        this.keyring = keyring;
        this.keys = keys;
        this.officers = officers;
        this.statements = statements;
        this.accounts = accounts;
    }

    /** @throws org.enlace.Refused when the one does not wait, the other may not admit, or what was sent does not fit */
    @Transactional
    public void admit(Form form, Viewer viewer) {
        var authority = viewer.requireAuthority();
        var read = statements.read(form.statement(), Statement.Admission.class);
        var admission = read.statement();
        var generation = keys.hold(authority).orElseThrow(KeysRefusal.NOT_ADMITTED::refused);
        if (!admission.authority().equals(authority)) {
            throw KeysRefusal.UNREADABLE.refused();
        }
        if (admission.generation() != generation) {
            throw KeysRefusal.CHANGED_MEANWHILE.refused();
        }
        requireWaiting(admission, authority);
        var copies = Copies.byGeneration(form.copies());
        if (!copies.keySet().equals(held(read.jws(), admission, viewer.requireAccount()))) {
            throw KeysRefusal.WRONG_COPIES.refused();
        }
        statements.enter(read);
        keyring.member(authority, generation, admission.account(), read.jws().digest());
        copies.forEach((each, file) -> keyring.copy(authority, each, admission.account(), file));
    }

    private void requireWaiting(Statement.Admission admission, String authority) {
        var newcomer = admission.account();
        var enrolled = officers.find(newcomer)
                .filter(officer -> officer.statement().equals(admission.officerKey()))
                .isPresent();
        var ofAuthority = accounts.find(newcomer)
                .filter(account -> account.isOfficerOf(authority))
                .isPresent();
        if (!enrolled || !ofAuthority || keys.isMember(authority, newcomer)) {
            throw KeysRefusal.NOT_WAITING.refused();
        }
    }

    /** The generations that whoever admits can pass on: all that they hold themselves. */
    private Set<Integer> held(Jws jws, Statement.Admission admission, UUID viewer) {
        var authority = admission.authority();
        var sheet = keys.current(authority).map(AuthorityKey::paperKey).orElse(null);
        if (sheet != null && jws.isSignedBy(sheet) && admission.account().equals(viewer)) {
            return keys.paperCopies(authority).keySet();
        }
        officers.requireSigner(jws, viewer);
        if (!keys.isMember(authority, viewer)) {
            throw KeysRefusal.NOT_ADMITTED.refused();
        }
        return keys.copies(authority, viewer).keySet();
    }

    /**
     * @param statement the admission
     * @param copies base64 by generation: every generation that whoever admits holds
     */
    public record Form(@NotBlank String statement, @NotNull Map<String, String> copies) {}
}
