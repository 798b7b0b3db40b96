package org.enlace.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.enlace.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds by words. Open to all: only what is public is in the index. */
@Component
class Search {

    static final int PAGE = 20;
    private static final int LONGEST = 200;
    /** Of a very common word only so many are ranked; whoever types it wants to type another beside it. */
    private static final int RANKED = 2000;

    private static final int BEGINNING = 100;
    private static final int FURTHEST = 1000;
    /** Later than any letter in the order of bytes. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient sql;
    private final TransactionTemplate reading;
    private final Index index;
    private final Spelling spelling;

    Search(JdbcClient sql, PlatformTransactionManager transactions, Index index, Spelling spelling) {
        this.sql = sql;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.index = index;
        this.spelling = spelling;
    }

    /** The best first; each thing once, in the reader's language. When nothing is found, what is found by words spelled nearly so. */
    Finding find(String typed, Language language, int from) {
        var found = exactly(cut(typed), language, from);
        if (!found.isEmpty() || from > 0) {
            return new Finding("", found);
        }
        return spelling.proposals(cut(typed)).stream()
                .map(meant -> new Finding(meant, exactly(meant, language, 0)))
                .filter(other -> !other.found().isEmpty())
                .findFirst()
                .orElse(new Finding("", List.of()));
    }

    /** What is called so goes before what is named with these words, and that before what only tells of them. One more than a page when there are more. */
    private List<Found> exactly(String typed, Language language, int from) {
        var query = Analysis.query(typed);
        var folded = Analysis.folded(typed);
        return query.isEmpty()
                ? List.of()
                : planned(() -> sql.sql("""
                        with named as materialized (
                            (select kind, key, case when folded = :folded then 0 else 1 end as place, length(folded) as length
                             from search.title
                             where language = :language and folded >= :folded and folded <= :last order by folded limit :beginning)
                            union all
                            (select kind, key, 2, length
                             from search.thing where titles @@ cast(:query as tsquery) limit :ranked)
                        ), hit as (
                            select kind, key, min(place) as place, min(length) as length
                            from (
                                select kind, key, place, length from named
                                union all
                                (select kind, key, 3, length from search.thing
                                 where words @@ cast(:query as tsquery)
                                 and (select count(distinct (kind, key)) from named) < :from + :most limit :told)
                            ) found
                            group by kind, key order by place, length, kind, key limit :most offset :from
                        )
                        select kind, key, title.title, title.note, thing.path
                        from hit join search.title title using (kind, key) join search.thing thing using (kind, key)
                        where title.language = :language
                        order by hit.place, hit.length, kind, key
                        """)
                        .param("query", query)
                        .param("language", language.tag())
                        .param("folded", folded)
                        .param("last", folded + LAST)
                        .param("beginning", BEGINNING)
                        .param("ranked", RANKED)
                        .param("told", FURTHEST + PAGE + 1)
                        .param("most", PAGE + 1)
                        .param("from", from)
                        .query((row, number) -> found(row))
                        .list());
    }

    /** How many pages search engines are told of, each counted once. */
    int countPaths() {
        return sql.sql("select count(distinct path) from search.thing where kind in (:kinds)")
                .param("kinds", index.kindsForCrawlers())
                .query(Integer.class)
                .single();
    }

    /** The pages, in an order that stays. */
    List<String> paths(long from, int most) {
        return sql.sql("""
                        select distinct path from search.thing where kind in (:kinds) order by path limit :most offset :from""")
                .param("kinds", index.kindsForCrawlers())
                .param("most", most)
                .param("from", from)
                .query((row, number) -> row.getString("path"))
                .list();
    }

    /** Titles that begin so, or have a word that does, in the reader's language. */
    List<String> suggest(String typed, Language language) {
        var folded = Analysis.folded(cut(typed));
        return folded.isEmpty()
                ? List.of()
                : planned(() -> sql.sql("""
                        select title
                        from (
                            (select title, folded, 0 as place from search.title
                             where language = :language and folded >= :folded and folded <= :last order by folded limit :beginning)
                            union all
                            (select title, folded, 1
                             from (select kind, key from search.thing where titles @@ cast(:query as tsquery) limit :beginning) named
                             join search.title using (kind, key) where language = :language)
                            limit :beginning
                        ) found
                        group by title order by min(place), min(folded), title limit 8
                        """)
                        .param("language", language.tag())
                        .param("folded", folded)
                        .param("last", folded + LAST)
                        .param("query", Analysis.query(cut(typed)))
                        .param("beginning", BEGINNING)
                        .query((row, number) -> row.getString("title"))
                        .list());
    }

    /** Where to begin, whatever was asked for. */
    static int start(int from) {
        return Math.clamp(from, 0, FURTHEST);
    }

    /** Each question is planned for its own words: a plan for any words would look up a word that is everywhere as if it were rare. */
    private <T> List<T> planned(Supplier<List<T>> question) {
        return Objects.requireNonNull(reading.execute(transaction -> {
            sql.sql("set local plan_cache_mode = force_custom_plan").update();
            return question.get();
        }));
    }

    private Found found(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new Found(kind, index.room(kind), row.getString("title"), row.getString("note"), row.getString("path"));
    }

    private static String cut(String typed) {
        var text = typed.strip().replace('\0', ' ');
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
