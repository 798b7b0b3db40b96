package org.enlace.keys;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers' browsers remember of the log and of others' keys, sealed to the officer. Two tabs that write at once are told apart by the version. */
@Component
public class Memories {

    private static final int LONGEST = 1024 * 1024;

    private final JdbcClient database;

    Memories(JdbcClient database) {
        this.database = database;
    }

    /** What an officer's browsers remember, sealed to the officer. */
    public Memory of(UUID account) {
        return database.sql("select version, sealed from keys.memory where account = :account")
                .param("account", account)
                .query((row, n) -> new Memory(row.getLong("version"), AgeFile.base64(row.getBytes("sealed"))))
                .optional()
                .orElse(new Memory(0, null));
    }

    /** @throws org.enlace.Refused when another tab stored a newer one than {@code from} */
    @Transactional
    public long store(UUID account, long from, byte[] file) {
        if (file.length > LONGEST) {
            throw KeysRefusal.NOT_SEALED.refused();
        }
        var stored = from == 0
                ? database.sql("""
                                insert into keys.memory (account, version, sealed) values (:account, 1, :sealed)
                                on conflict do nothing""")
                        .param("account", account)
                        .param("sealed", file)
                        .update()
                : database.sql("""
                                update keys.memory set version = version + 1, sealed = :sealed
                                where account = :account and version = :from""")
                        .param("account", account)
                        .param("sealed", file)
                        .param("from", from)
                        .update();
        if (stored == 0) {
            throw KeysRefusal.CHANGED_MEANWHILE.refused();
        }
        return from + 1;
    }

    /**
     * @param version 0 when there is none yet
     * @param sealed base64
     */
    public record Memory(long version, @Nullable String sealed) {}
}
