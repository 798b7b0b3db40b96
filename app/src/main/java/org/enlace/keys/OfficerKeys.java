package org.enlace.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Statement;
import org.enlace.ledger.VerifyingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The officers' keys. They are public, so these finders take no viewer. */
@Component
public class OfficerKeys {

    private final JdbcClient database;
    private final Statements statements;

    OfficerKeys(JdbcClient database, Statements statements) {
        this.database = database;
        this.statements = statements;
    }

    public Optional<OfficerKey> find(UUID account) {
        return database.sql("select * from keys.officer_key where account = :account")
                .param("account", account)
                .query(OfficerKeys::officerKey)
                .optional();
    }

    /** The key with this id, hexadecimal SHA-256 of the raw public key: what a JWS names as {@code kid}. */
    public Optional<OfficerKey> byKeyId(String keyId) {
        return database.sql("select * from keys.officer_key where key_id = :keyId")
                .param("keyId", keyId)
                .query(OfficerKeys::officerKey)
                .optional();
    }

    /**
     * Checks that this account's logged key signed it.
     *
     * @throws org.enlace.Refused when it did not
     */
    public OfficerKey requireSigner(Jws jws, UUID account) {
        return find(account).filter(officer -> officer.signed(jws)).orElseThrow(KeysRefusal.WRONG_SIGNATURE::refused);
    }

    /** Takes in the statement that an officer makes of their own key, signed by that very key, and enters it into the log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OfficerKey state(UUID account, String compact) {
        var read = statements.read(compact, Statement.OfficerKey.class);
        var statement = read.statement();
        if (!statement.account().equals(account) || !read.jws().isSignedBy(statement.key())) {
            throw KeysRefusal.WRONG_SIGNATURE.refused();
        }
        statements.enter(read);
        var officer = new OfficerKey(account, read.jws().digest(), statement.key(), statement.recipient());
        database.sql("""
                        insert into keys.officer_key (account, digest, key_id, key, recipient)
                        values (:account, :digest, :keyId, :key, :recipient)""")
                .param("account", account)
                .param("digest", officer.statement().bytes())
                .param("keyId", officer.key().id())
                .param("key", officer.key().raw())
                .param("recipient", officer.recipient())
                .update();
        return officer;
    }

    private static OfficerKey officerKey(ResultSet row, int number) throws SQLException {
        return new OfficerKey(
                row.getObject("account", UUID.class),
                Hash.of(row.getBytes("digest")),
                VerifyingKey.of(row.getBytes("key")),
                row.getString("recipient"));
    }
}
