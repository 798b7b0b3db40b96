package org.enlace.custody;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.enlace.ledger.Entry;
import org.enlace.ledger.SignedRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The refusals that were entered into the log. The same bytes refused for the same reason have one record, the first. */
@Component
class RefusalBook {

    /** Of one account, each day of UTC. Nobody who works is refused so often; a program that repeats itself is. */
    static final int A_DAY = 40;

    private final JdbcClient database;
    private final Custody custody;

    RefusalBook(JdbcClient database, Custody custody) {
        this.database = database;
        this.custody = custody;
    }

    /** Signs and enters it, or finds what was signed before; nothing when the account has had its number today. */
    @Transactional
    public Optional<Kept> enter(SignedRefusal asked) {
        takeTurns(asked.account());
        var before = find(asked);
        if (before.isPresent()) {
            return before;
        }
        var day = asked.time().atZone(ZoneOffset.UTC).toLocalDate();
        var number = entered(asked.account(), day) + 1;
        return number > A_DAY ? Optional.empty() : Optional.of(enter(asked, day, number));
    }

    static SignedRefusal unentered(SignedRefusal asked) {
        return new SignedRefusal(
                asked.refusal(),
                asked.code(),
                asked.next(),
                asked.what(),
                asked.authority(),
                asked.account(),
                asked.time(),
                asked.log(),
                false);
    }

    private void takeTurns(UUID account) {
        database.sql("""
                        insert into custody_work.refused values (:account)
                        on conflict (account) do update set account = excluded.account""").param("account", account).update();
    }

    private Optional<Kept> find(SignedRefusal asked) {
        return database.sql("""
                        select jws, entry from custody.refusal
                        where account = :account and request = :request and code = :code and digest = :digest and thing = :thing""")
                .param("account", asked.account())
                .param("request", asked.what().request())
                .param("code", asked.code())
                .param("digest", asked.what().digest().hex())
                .param("thing", asked.what().id())
                .query((row, n) -> new Kept(row.getString("jws"), row.getObject("entry", UUID.class)))
                .optional();
    }

    private int entered(UUID account, LocalDate day) {
        return database.sql(
                        "select coalesce(max(number), 0) from custody.refusal where account = :account and day = :day")
                .param("account", account)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    private Kept enter(SignedRefusal asked, LocalDate day, int number) {
        var jws = custody.sign(asked);
        var kept = new Kept(jws.compact(), custody.append(Entry.Kind.REFUSAL, null, jws.digest(), asked.time()));
        database.sql("""
                        insert into custody.refusal values (:account, :day, :number, :request, :code, :digest, :jws, :entry, :thing)""")
                .param("account", asked.account())
                .param("day", day)
                .param("number", number)
                .param("request", asked.what().request())
                .param("code", asked.code())
                .param("digest", asked.what().digest().hex())
                .param("thing", asked.what().id())
                .param("jws", kept.jws())
                .param("entry", kept.entry())
                .update();
        return kept;
    }

    /** @param entry its entry in the log */
    record Kept(String jws, UUID entry) {}
}
