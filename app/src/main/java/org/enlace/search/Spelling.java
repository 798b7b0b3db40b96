package org.enlace.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What may have been meant when nothing was found: words of the index that are one wrong, missing, added or exchanged letter away, two in a long word. The first letter is
 * taken to be right.
 */
@Component
class Spelling {

    private static final Pattern FORGIVING = Pattern.compile("\\p{L}{4,30}");
    private static final int LONG = 8;
    private static final int PROPOSALS = 3;
    /** Later than any letter in the order of bytes. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final JdbcClient sql;

    Spelling(JdbcClient sql) {
        this.sql = sql;
    }

    /** Numbers and abbreviations are not guessed at: the next one is another thing. */
    static boolean isForgiving(String word) {
        return FORGIVING.matcher(word).matches();
    }

    /** The nearest first; none when every word is known, or nothing is near. The last word typed may be a beginning. */
    List<String> proposals(String typed) {
        var words = Analysis.plain(typed);
        var nearest = new ArrayList<List<String>>();
        for (var place = 0; place < words.size(); place++) {
            nearest.add(near(words.get(place), place == words.size() - 1));
        }
        var proposals = new ArrayList<String>();
        for (var turn = 0; turn < PROPOSALS; turn++) {
            var proposal = new ArrayList<String>();
            for (var place = 0; place < words.size(); place++) {
                var near = nearest.get(place);
                proposal.add(near.isEmpty() ? words.get(place) : near.get(Math.min(turn, near.size() - 1)));
            }
            proposals.add(String.join(" ", proposal));
        }
        return proposals.stream()
                .distinct()
                .filter(proposal -> !proposal.equals(String.join(" ", words)))
                .toList();
    }

    private List<String> near(String word, boolean beginning) {
        if (!isForgiving(word) || isKnown(word, beginning)) {
            return List.of();
        }
        var most = word.length() < LONG ? 1 : 2;
        return alike(word, most).stream()
                .filter(other -> distance(word, other) <= most)
                .sorted(Comparator.<String>comparingInt(other -> distance(word, other))
                        .thenComparingInt(other -> Math.abs(other.length() - word.length()))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(PROPOSALS)
                .toList();
    }

    private boolean isKnown(String word, boolean beginning) {
        return sql.sql("select exists(select from search.word where word >= :word and word <= :last)")
                .param("word", word)
                .param("last", beginning ? word + LAST : word)
                .query(Boolean.class)
                .single();
    }

    private List<String> alike(String word, int most) {
        var first = Character.toString(word.codePointAt(0));
        return sql.sql("""
                        select word from search.word
                        where word >= :first and word <= :last and length(word) between :least and :most
                        """)
                .param("first", first)
                .param("last", first + LAST)
                .param("least", word.length() - most)
                .param("most", word.length() + most)
                .query((row, number) -> row.getString("word"))
                .list();
    }

    /** Letters changed, left out, added, or exchanged with their neighbour. */
    static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var now = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(last[j], now[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            var free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }
}
