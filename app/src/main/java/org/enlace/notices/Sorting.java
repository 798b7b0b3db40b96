package org.enlace.notices;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go what can wait, when its hour has come, and puts what was held back for one recipient into one letter. The hour follows from the timetable each time and is
 * kept nowhere: whoever changes their mind, or whose clock was wrong, has their letters at the next look.
 */
@Component
class Sorting {

    private static final String WAITING = " waits and sent_at is null and failed_at is null ";

    private final JdbcClient database;
    private final Timetable timetable;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sorting(JdbcClient database, Timetable timetable, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.timetable = timetable;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In a round of its own: what goes wrong here must not hold up what cannot wait. */
    @Scheduled(fixedDelayString = "${enlace.notices.every:1s}")
    void sort() {
        var waiting = database.sql("select distinct audience from notices.notice where" + WAITING)
                .query((row, number) -> row.getString(1))
                .list();
        if (waiting.isEmpty()) {
            return;
        }
        var patient = timetable.patient();
        releaseAllBut(patient.keySet());
        waiting.stream()
                .filter(patient::containsKey)
                .forEach(audience -> transaction.executeWithoutResult(
                        status -> sort(audience, java.util.Objects.requireNonNull(patient.get(audience)))));
    }

    private void releaseAllBut(Set<String> patient) {
        var others = patient.isEmpty() ? "" : "and audience not in (:patient)";
        database.sql("update notices.notice set waits = false where" + WAITING + others)
                .param("patient", patient)
                .update();
    }

    /** The rows are locked in one order: a second process that sorts at the same moment waits, and finds nothing left to put together. */
    private void sort(String audience, Timetable.Hours hours) {
        var now = clock.instant();
        var together = new LinkedHashMap<String, List<Waiting>>();
        for (var letter : waiting(audience)) {
            var due = hours.due(letter.queuedAt());
            if (due.isAfter(now) && letter.canWait(now)) {
                continue;
            }
            if (due.isAfter(letter.queuedAt()) && letter.canWait(now)) {
                together.computeIfAbsent(letter.recipient() + ' ' + letter.language(), each -> new ArrayList<>())
                        .add(letter);
            } else {
                release(letter, null);
            }
        }
        together.values().forEach(letters -> release(audience, letters, now));
    }

    private List<Waiting> waiting(String audience) {
        return database.sql("select id, recipient, language, zone, queued_at, deadline from notices.notice where"
                        + WAITING + "and audience = :audience order by id for update")
                .param("audience", audience)
                .query(Sorting::waiting)
                .list();
    }

    private void release(String audience, List<Waiting> letters, Instant now) {
        var digest = letters.size() == 1 ? null : digest(audience, letters.getFirst(), now);
        letters.forEach(letter -> release(letter, digest));
    }

    private void release(Waiting letter, @Nullable UUID digest) {
        database.sql("update notices.notice set waits = false, digest = :digest where id = :id")
                .param("digest", digest, java.sql.Types.OTHER)
                .param("id", letter.id())
                .update();
    }

    /** Named for the first letter in it, which is in no other. */
    private UUID digest(String audience, Waiting first, Instant now) {
        var id = Generators.timeBasedEpochGenerator().generate();
        database.sql("""
                        insert into notices.notice (id, effect_key, audience, recipient, language, kind, reference, urgent,
                                                    zone, path, queued_at, due_at, waits)
                        values (:id, :key, :audience, :recipient, :language, 'DIGEST', '', false, :zone, :path, :now, :now, false)""")
                .param("id", id)
                .param("key", "digest/" + first.id())
                .param("audience", audience)
                .param("recipient", first.recipient())
                .param("language", first.language())
                .param("zone", first.zone())
                .param("path", audience.startsWith("authority:") ? "/desk/letters" : "/account/letters")
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        var deadline = row.getTimestamp("deadline");
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("language"),
                row.getString("zone"),
                row.getTimestamp("queued_at").toInstant(),
                deadline == null ? null : deadline.toInstant());
    }

    private record Waiting(
            UUID id,
            String recipient,
            String language,
            String zone,
            Instant queuedAt,
            @Nullable Instant deadline) {

        /** Nothing does whose deadline has come near meanwhile, and nothing that a wrong clock dated into the future. */
        boolean canWait(Instant now) {
            return !queuedAt.isAfter(now) && (deadline == null || deadline.isAfter(now.plus(Notice.SOON)));
        }
    }
}
