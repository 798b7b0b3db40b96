package org.enlace.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The locks on the officers' keys. For their own officer only, except that a passphrase's lock is handed out after a good code, and paper's in a confirmed recovery. */
@Component
public class Locks {

    private final JdbcClient database;

    Locks(JdbcClient database) {
        this.database = database;
    }

    /** The locks of an account, oldest first. */
    public List<Lock> of(UUID account) {
        return database.sql("select * from keys.lock where account = :account order by id")
                .param("account", account)
                .query(Locks::lock)
                .list();
    }

    /** The lock of a kind that an account has at most one of. */
    public Optional<Lock> find(UUID account, Lock.Kind kind) {
        return of(account).stream().filter(lock -> lock.kind() == kind).findFirst();
    }

    /** Puts a lock on; one of the same kind comes off, except that an account may have several passkeys. */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(UUID account, Lock lock) {
        if (lock.kind() != Lock.Kind.PASSKEY) {
            database.sql("delete from keys.lock where account = :account and kind = :kind")
                    .param("account", account)
                    .param("kind", lock.kind().name())
                    .update();
        }
        database.sql("""
                        insert into keys.lock (id, account, kind, credential, identity, sealed)
                        values (:id, :account, :kind, :credential, :identity, :sealed)""")
                .param("id", lock.id())
                .param("account", account)
                .param("kind", lock.kind().name())
                .param("credential", bytes(lock.credential()))
                .param("identity", lock.identity())
                .param("sealed", lock.sealed().bytes())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(UUID account, UUID lock) {
        database.sql("delete from keys.lock where account = :account and id = :lock")
                .param("account", account)
                .param("lock", lock)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void removeAll(UUID account) {
        database.sql("delete from keys.lock where account = :account")
                .param("account", account)
                .update();
    }

    private static Lock lock(ResultSet row, int number) throws SQLException {
        var kind = Lock.Kind.valueOf(row.getString("kind"));
        var credential = row.getBytes("credential");
        return new Lock(
                row.getObject("id", UUID.class),
                kind,
                AgeFile.of(row.getBytes("sealed"), kind.to()),
                credential == null
                        ? null
                        : Base64.getUrlEncoder().withoutPadding().encodeToString(credential),
                row.getString("identity"));
    }

    private static byte @Nullable [] bytes(@Nullable String base64url) {
        return base64url == null ? null : Base64.getUrlDecoder().decode(base64url);
    }
}
