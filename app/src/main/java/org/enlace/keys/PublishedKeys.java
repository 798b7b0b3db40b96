package org.enlace.keys;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.custody.Custody;
import org.enlace.custody.PublishedLog;
import org.enlace.keys.Statements.Kept;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements about an authority's key with the proofs that they are in the log: what a browser checks before it seals anything to that authority
 * ({@code exchange.md}, "Statements about keys").
 */
@Component
public class PublishedKeys {

    /** The log follows an act within a second; somebody who asks right after it waits for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final Statements statements;
    private final Custody custody;

    PublishedKeys(JdbcClient database, Statements statements, Custody custody) {
        this.database = database;
        this.statements = statements;
        this.custody = custody;
    }

    /**
     * @param from the size of the log from which consistency is proved
     * @throws Refused when the log has no entry yet for something that was stated, or was never as large as {@code from}
     */
    Answer of(String authority, long from) {
        var stated = stated("select digest from keys.authority_key where authority = :of", authority);
        var officers = stated("""
                select o.digest from keys.officer_key o
                where o.account in (select m.account from keys.member m where m.authority = :of)""", authority);
        var admissions = stated("""
                select m.digest from keys.member m
                where m.authority = :of
                  and m.digest not in (select k.digest from keys.authority_key k where k.authority = :of)""", authority);
        var departures = stated("select digest from keys.departure where authority = :of", authority);
        var proofs = proofs(List.of(stated, officers, admissions, departures));
        return new Answer(
                authority,
                stated.size(),
                proofs.of(stated),
                proofs.of(officers),
                proofs.of(admissions),
                proofs.of(departures),
                proofs.log.note(),
                proofs.since(from));
    }

    /** The officer-key statements of these accounts, proved. */
    Officers officers(Collection<UUID> accounts, long from) {
        var stated = stated(
                "select digest from keys.officer_key where account in (:of)",
                accounts.isEmpty() ? List.of(new UUID(0, 0)) : accounts);
        var proofs = proofs(List.of(stated));
        return new Officers(proofs.of(stated), proofs.log.note(), proofs.since(from));
    }

    /** All statements that the keys of these authorities rest on, in the order in which they were entered: what an evidence package encloses. */
    public List<Stated> behind(Collection<String> authorities) {
        return stated("""
                        select digest from keys.authority_key where authority in (:of)
                        union select digest from keys.member where authority in (:of)
                        union select digest from keys.departure where authority in (:of)
                        union select o.digest from keys.officer_key o join keys.member m on m.account = o.account
                              where m.authority in (:of)""", authorities).stream()
                .map(kept -> new Stated(Statements.jws(kept.jws()), kept.entry()))
                .toList();
    }

    private List<Kept> stated(String sql, Object of) {
        return statements.find(database.sql(sql)
                .param("of", of)
                .query((row, n) -> Hash.of(row.getBytes(1)))
                .list());
    }

    private Proofs proofs(List<List<Kept>> kept) {
        var entries = kept.stream().flatMap(List::stream).map(Kept::entry).collect(Collectors.toSet());
        custody.awaitIndexes(entries, PATIENCE);
        return new Proofs(custody.published(), entries);
    }

    /** All proofs of one answer are under one checkpoint. */
    private static final class Proofs {

        private final PublishedLog log;
        private final Map<UUID, PublishedLog.Proven> proven;

        Proofs(PublishedLog log, Set<UUID> entries) {
            this.log = log;
            this.proven = log.proven(entries);
        }

        Consistency since(long from) {
            if (from < 0 || from > log.checkpoint().size()) {
                throw Refused.absent();
            }
            return new Consistency(from, texts(log.since(from).hashes()));
        }

        List<Logged> of(List<Kept> statements) {
            var logged = new ArrayList<Logged>();
            for (var statement : statements) {
                var place = proven.get(statement.entry());
                if (place == null) {
                    throw KeysRefusal.LOG_LATE.refused();
                }
                logged.add(new Logged(
                        statement.jws(),
                        place.index(),
                        Base64.getEncoder().encodeToString(place.entry()),
                        texts(place.proof().hashes())));
            }
            return logged;
        }

        private static List<String> texts(List<Hash> hashes) {
            return hashes.stream().map(Hash::base64).toList();
        }
    }

    /**
     * A statement with its place in the log.
     *
     * @param entry base64
     * @param proof of inclusion, base64
     */
    record Logged(String jws, long index, String entry, List<String> proof) {}

    /**
     * A statement and its entry in the custody log.
     *
     * @param entry the entry's id
     */
    public record Stated(Jws jws, UUID entry) {}

    record Consistency(long from, List<String> proof) {}

    /** The answer of {@code GET /keys/authorities/{id}}. */
    record Answer(
            String authority,
            int generation,
            List<Logged> statements,
            List<Logged> officers,
            List<Logged> admissions,
            List<Logged> departures,
            String checkpoint,
            Consistency consistency) {}

    /** Officer-key statements under one checkpoint. */
    record Officers(List<Logged> officers, String checkpoint, Consistency consistency) {}
}
