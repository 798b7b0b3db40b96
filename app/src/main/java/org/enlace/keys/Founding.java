package org.enlace.keys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Set;
import org.enlace.Viewer;
import org.enlace.ledger.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first officer of an authority makes its first key. Who the first one is, nobody but the telephone can tell: that is what the fingerprint is for. */
@Component
public class Founding {

    private final Keyring keyring;
    private final Statements statements;
    private final OfficerKeys officers;

    Founding(Keyring keyring, Statements statements, OfficerKeys officers) {
        this.keyring = keyring;
        this.statements = statements;
        this.officers = officers;
    }

    /** @throws org.enlace.Refused when the authority has a key, or what was sent does not fit */
    @Transactional
    public void found(Form form, Viewer viewer) {
        var authority = viewer.requireAuthority();
        var account = viewer.requireAccount();
        var read = statements.read(form.statement(), Statement.AuthorityKey.class);
        var statement = read.statement();
        officers.requireSigner(read.jws(), account);
        if (!statement.authority().equals(authority) || statement.generation() != 1) {
            throw KeysRefusal.UNREADABLE.refused();
        }
        var copies = Copies.byAccount(form.copies());
        var paper = Copies.byGeneration(form.paper());
        var sheet = statement.paper() == null ? Set.<Integer>of() : Set.of(1);
        if (!copies.keySet().equals(Set.of(account)) || !paper.keySet().equals(sheet)) {
            throw KeysRefusal.WRONG_COPIES.refused();
        }
        if (!keyring.found(authority)) {
            throw KeysRefusal.ALREADY_FOUNDED.refused();
        }
        statements.enter(read);
        keyring.generation(statement, read.jws().digest(), account);
        copies.forEach((officer, file) -> keyring.copy(authority, 1, officer, file));
        keyring.paperCopies(authority, paper);
        if (statement.paper() != null) {
            keyring.sheet(statement, form.division(), account);
        }
    }

    /**
     * @param statement the authority-key statement
     * @param copies base64 by account: the founder's
     * @param paper base64 by generation, when there is a recovery sheet
     * @param division of that sheet, once it was rehearsed
     */
    public record Form(
            @NotBlank String statement,
            @NotNull Map<String, String> copies,
            @Nullable Map<String, String> paper,
            @Nullable Division division) {}
}
