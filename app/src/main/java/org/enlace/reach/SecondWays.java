package org.enlace.reach;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done about letters that did not arrive. */
@Component
class SecondWays {

    private final JdbcClient sql;
    private final Clock clock;

    SecondWays(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** What was done, by the effect key of the letter that did not arrive; nothing where nobody has looked yet. */
    Map<String, Tried> of(Collection<String> effectKeys) {
        return effectKeys.isEmpty()
                ? Map.of()
                : sql
                        .sql("select effect_key, letters, told from reach.second_way where effect_key in (:keys)")
                        .param("keys", effectKeys)
                        .query((row, number) -> Map.entry(
                                row.getString("effect_key"), new Tried(row.getInt("letters"), row.getInt("told"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return whether it was kept now; not, when another process just did */
    boolean keep(String effectKey, Tried tried) {
        return sql.sql("insert into reach.second_way values (:key, :now, :letters, :told) on conflict do nothing")
                        .param("key", effectKey)
                        .param("now", now().atOffset(ZoneOffset.UTC))
                        .param("letters", tried.letters())
                        .param("told", tried.told())
                        .update()
                == 1;
    }

    /**
     * What was done about one letter.
     *
     * @param letters to so many other addresses it went
     * @param told so many of those who answer for the address heard of it
     */
    record Tried(int letters, int told) {}
}
