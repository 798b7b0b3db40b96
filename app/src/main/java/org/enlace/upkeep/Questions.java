package org.enlace.upkeep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.access.Token;
import org.enlace.notices.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions that were asked, and their answers. Both are written once. */
@Component
class Questions {

    /** So many are enough to count failures in a row on three rungs. */
    private static final int REMEMBERED = 30;

    private static final String QUESTION =
            "select q.*, a.verdict, a.at from upkeep.question q left join upkeep.answer a on a.question = q.id ";

    private final JdbcClient sql;
    private final Notices notices;
    private final Clock clock;

    Questions(JdbcClient sql, Notices notices, Clock clock) {
        this.sql = sql;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Keeps a question that is about to be asked. Two processes that ask the same authority at the same moment take the same number, and the second finds it taken:
     * the number is the lease (decision 6).
     *
     * @param token of its link, or null when it has none
     * @param by the account that wants to know, or null for the schedule
     * @return whether it is this caller's to ask
     */
    boolean claim(Question question, @Nullable Token token, @Nullable UUID by) {
        return sql.sql("""
                        insert into upkeep.question (id, authority, purpose, number, rung, recipient, token_hash, asked_by, asked_at, expires_at)
                        values (:id, :authority, :purpose, :number, :rung, :recipient, :hash, :by, :at, :expires)
                        on conflict on constraint question_is_asked_once do nothing
                        """)
                        .param("id", question.id())
                        .param("authority", question.authority())
                        .param("purpose", question.purpose().name())
                        .param("number", question.number())
                        .param("rung", question.rung().name())
                        .param("recipient", question.recipient())
                        .param("hash", token == null ? null : token.hash(), java.sql.Types.BINARY)
                        .param("by", by, java.sql.Types.OTHER)
                        .param("at", question.askedAt().atOffset(ZoneOffset.UTC))
                        .param("expires", question.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The question of this link, answered or not, for as long as there is one. */
    Optional<Question> find(String link) {
        return Token.parse(link)
                .flatMap(token -> sql.sql(QUESTION + "where q.token_hash = :hash")
                        .param("hash", token.hash())
                        .query(Questions::question)
                        .optional());
    }

    /** @return whether it was the first answer */
    boolean answer(Question question, Question.Verdict verdict) {
        return sql.sql("insert into upkeep.answer (question, verdict, at) values (:question, :verdict, :at)"
                                + " on conflict (question) do nothing")
                        .param("question", question.id())
                        .param("verdict", verdict.name())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What one authority was asked. */
    History of(String authority, Question.Purpose purpose) {
        return histories(purpose, authority).getOrDefault(authority, new History(List.of(), clock.instant()));
    }

    /** What each authority was asked, by its id; whoever was never asked is not in it. */
    Map<String, History> all(Question.Purpose purpose) {
        return histories(purpose, "");
    }

    private Map<String, History> histories(Question.Purpose purpose, String authority) {
        var rows = sql.sql("select * from ("
                        + QUESTION.replace(
                                "a.at",
                                "a.at," + " row_number() over (partition by q.authority order by q.number desc) as age")
                        + """
                        where q.purpose = :purpose and (:authority = '' or q.authority = :authority)) newest
                        where age <= :most order by authority, number desc
                        """)
                .param("purpose", purpose.name())
                .param("authority", authority)
                .param("most", REMEMBERED)
                .query(Questions::question)
                .list();
        var fates = notices.fates(rows.stream()
                .filter(question -> question.answer() == null || purpose == Question.Purpose.DRILL)
                .map(Question::effectKey)
                .toList());
        var now = clock.instant();
        return rows.stream()
                .map(question -> question.with(fates.get(question.effectKey())))
                .collect(Collectors.groupingBy(
                        Question::authority,
                        Collectors.collectingAndThen(Collectors.toList(), list -> new History(list, now))));
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        var verdict = row.getString("verdict");
        return new Question(
                row.getObject("id", UUID.class),
                row.getString("authority"),
                Question.Purpose.valueOf(row.getString("purpose")),
                row.getInt("number"),
                Question.Rung.valueOf(row.getString("rung")),
                row.getString("recipient"),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                verdict == null ? null : new Question.Answer(Question.Verdict.valueOf(verdict), instant(row, "at")),
                null);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
