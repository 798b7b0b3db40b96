package org.enlace.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.enlace.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds by words. Open to all: only what is public is in the index. */
@Component
class Search {

    static final int PAGE = 20;
    private static final int LONGEST = 200;
    /** Of a very common word only so many are ranked; whoever types it wants to type another beside it. */
    private static final int RANKED = 2000;

    private static final int FURTHEST = 1000;

    private final JdbcClient sql;
    private final Index index;

    Search(JdbcClient sql, Index index) {
        this.sql = sql;
        this.index = index;
    }

    /** The best first; each thing once, in the reader's language. One more than a page when there are more. */
    List<Found> find(String typed, Language language, int from) {
        var query = Analysis.query(cut(typed));
        return query.isEmpty()
                ? List.of()
                : sql.sql("""
                        with hit as (
                            select kind, key, max(ts_rank(words, cast(:query as tsquery)) * case when language = :language then 2 else 1 end) as rank
                            from (select * from search.entry where words @@ cast(:query as tsquery) limit :ranked) found
                            group by kind, key
                        )
                        select entry.kind, entry.key, entry.title, entry.note, entry.path
                        from hit join search.entry using (kind, key)
                        where entry.language = :language
                        order by hit.rank desc, entry.title, entry.key limit :most offset :from
                        """)
                        .param("query", query)
                        .param("language", language.tag())
                        .param("ranked", RANKED)
                        .param("most", PAGE + 1)
                        .param("from", from)
                        .query((row, number) -> found(row))
                        .list();
    }

    /** How many pages search engines are told of, each counted once. */
    int countPaths() {
        return sql.sql("select count(distinct path) from search.entry where kind in (:kinds)")
                .param("kinds", index.kindsForCrawlers())
                .query(Integer.class)
                .single();
    }

    /** The pages, in an order that stays. */
    List<String> paths(long from, int most) {
        return sql.sql("""
                        select distinct path from search.entry where kind in (:kinds) order by path limit :most offset :from""")
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
                : sql.sql("""
                        select distinct title, folded like :beginning as first from search.entry
                        where language = :language and (folded like :beginning or words @@ cast(:query as tsquery))
                        order by first desc, title limit 8
                        """)
                        .param("language", language.tag())
                        .param("beginning", folded.replaceAll("[%_\\\\]", "") + "%")
                        .param("query", Analysis.query(cut(typed)))
                        .query((row, number) -> row.getString("title"))
                        .list();
    }

    /** Where to begin, whatever was asked for. */
    static int start(int from) {
        return Math.clamp(from, 0, FURTHEST);
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
