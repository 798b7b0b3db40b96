package org.enlace.keys;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Statement;
import org.enlace.ledger.VerifyingKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes an authority's generations, members and copies down, within the act that checked them. */
@Component
class Keyring {

    private final JdbcClient database;
    private final Clock clock;

    Keyring(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes the authority's row; false when somebody founded it before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean found(String authority) {
        return database.sql("insert into keys.authority (id, generation) values (:authority, 1) on conflict do nothing")
                        .param("authority", authority)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void generation(Statement.AuthorityKey key, Hash digest, UUID maker) {
        var paperKey = key.paperKey();
        database.sql("update keys.authority set generation = :generation where id = :authority")
                .param("generation", key.generation())
                .param("authority", key.authority())
                .update();
        database.sql("""
                        insert into keys.authority_key (authority, generation, recipient, paper, paper_key, maker, digest, made_at)
                        values (:authority, :generation, :recipient, :paper, :paperKey, :maker, :digest, :now)""")
                .param("authority", key.authority())
                .param("generation", key.generation())
                .param("recipient", key.recipient())
                .param("paper", key.paper())
                .param("paperKey", raw(paperKey))
                .param("maker", maker)
                .param("digest", digest.bytes())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        member(key.authority(), key.generation(), maker, digest);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void member(String authority, int generation, UUID account, Hash digest) {
        database.sql("""
                        insert into keys.member (authority, generation, account, digest)
                        values (:authority, :generation, :account, :digest)""")
                .param("authority", authority)
                .param("generation", generation)
                .param("account", account)
                .param("digest", digest.bytes())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void copy(String authority, int generation, UUID account, AgeFile file) {
        database.sql("""
                        insert into keys.copy (authority, generation, account, sealed)
                        values (:authority, :generation, :account, :sealed)""")
                .param("authority", authority)
                .param("generation", generation)
                .param("account", account)
                .param("sealed", file.bytes())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void paperCopies(String authority, Map<Integer, AgeFile> copies) {
        copies.forEach((generation, file) -> database.sql("""
                        insert into keys.paper_copy (authority, generation, sealed) values (:authority, :generation, :sealed)
                        on conflict (authority, generation) do update set sealed = excluded.sealed""")
                .param("authority", authority)
                .param("generation", generation)
                .param("sealed", file.bytes())
                .update());
    }

    /** What is known of a new recovery sheet; of one that comes back, what was known before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sheet(Statement.AuthorityKey key, @Nullable Division stated, UUID rehearsedBy) {
        var division = Division.requireRehearsed(stated);
        database.sql("""
                        insert into keys.sheet (authority, paper, shares, threshold, rehearsed_at, rehearsed_by)
                        values (:authority, :paper, :shares, :threshold, :now, :rehearsedBy)
                        on conflict (authority, paper) do nothing""")
                .param("authority", key.authority())
                .param("paper", key.paper())
                .param("shares", division.shares())
                .param("threshold", division.threshold())
                .param("now", Timestamp.from(clock.instant()))
                .param("rehearsedBy", rehearsedBy)
                .update();
    }

    /** The officer departs: the fact is kept, their copies are not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void depart(Statement.Departure departure, Hash digest) {
        database.sql("""
                        insert into keys.departure (authority, generation, account, digest)
                        values (:authority, :generation, :account, :digest)""")
                .param("authority", departure.authority())
                .param("generation", departure.generation())
                .param("account", departure.account())
                .param("digest", digest.bytes())
                .update();
        database.sql("delete from keys.copy where authority = :authority and account = :account")
                .param("authority", departure.authority())
                .param("account", departure.account())
                .update();
    }

    private static byte @Nullable [] raw(@Nullable VerifyingKey key) {
        return key == null ? null : key.raw();
    }
}
