package org.enlace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.enlace.Language;

/**
 * Takes texts apart into the words they are found by: lower case, no accents, without the words that say nothing, singular and plural alike. Each word is kept as
 * written too, so that its beginning finds it. PostgreSQL's own configurations know too little Portuguese for that.
 */
final class Analysis {

    private static final int LONGEST = 100;

    private static final Map<Language, Analyzer> STEMS = analyzers(true);
    private static final Map<Language, Analyzer> PLAIN = analyzers(false);

    private Analysis() {}

    /** The text as a {@code tsvector}: title before text, by PostgreSQL's weights A and D. */
    static String vector(String title, String text, Language language) {
        var places = new LinkedHashMap<String, String>();
        words(title, language).forEach(word -> places.put(word, "1A"));
        words(text, language).forEach(word -> places.putIfAbsent(word, "2"));
        return places.entrySet().stream()
                .map(word -> quoted(word.getKey()) + ':' + word.getValue())
                .collect(Collectors.joining(" "));
    }

    /**
     * What was typed as a {@code tsquery}: all its words, in the sense of any of the languages; the last one may be the beginning of a word. Empty when nothing
     * is left to search for.
     */
    static String query(String typed) {
        return Set.of(Language.values()).stream()
                .map(language -> query(typed, language))
                .filter(query -> !query.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" | "));
    }

    /** As it is written, without accents, in lower case. */
    static String folded(String text) {
        return String.join(" ", terms(text, PLAIN, Language.EN));
    }

    private static String query(String typed, Language language) {
        var stems = terms(typed, STEMS, language);
        var plain = terms(typed, PLAIN, language);
        if (stems.isEmpty() || plain.isEmpty()) {
            return "";
        }
        var parts = new ArrayList<String>();
        for (var place = 0; place < stems.size(); place++) {
            var last = place == stems.size() - 1;
            parts.add(
                    last
                            ? "(" + quoted(stems.get(place)) + " | " + quoted(plain.getLast()) + ":*)"
                            : quoted(stems.get(place)));
        }
        return "(" + String.join(" & ", parts) + ")";
    }

    private static Set<String> words(String text, Language language) {
        var words = new LinkedHashSet<>(terms(text, STEMS, language));
        words.addAll(terms(text, PLAIN, language));
        return words;
    }

    private static List<String> terms(String text, Map<Language, Analyzer> analyzers, Language language) {
        var analyzer = Objects.requireNonNull(analyzers.get(language));
        var terms = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("text", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.length() > LONGEST ? term.toString().substring(0, LONGEST) : term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return terms;
    }

    /** A word as PostgreSQL reads it in a vector or query, whatever is in it. */
    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static Map<Language, Analyzer> analyzers(boolean stemming) {
        var analyzers = new EnumMap<Language, Analyzer>(Language.class);
        for (var language : Language.values()) {
            analyzers.put(language, analyzer(language, stemming));
        }
        return analyzers;
    }

    private static Analyzer analyzer(Language language, boolean stemming) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                TokenStream lower = new LowerCaseFilter(new ElisionFilter(source, FrenchAnalyzer.DEFAULT_ARTICLES));
                var told = new StopFilter(lower, idle(language));
                return new TokenStreamComponents(
                        source, new ASCIIFoldingFilter(stemming ? stem(told, language) : told));
            }
        };
    }

    private static TokenStream stem(TokenStream words, Language language) {
        return switch (language) {
            case EN -> new PorterStemFilter(words);
            case ES -> new SpanishLightStemFilter(words);
            case FR -> new FrenchLightStemFilter(words);
            case PT -> new PortugueseLightStemFilter(words);
        };
    }

    /** Words that say nothing. */
    private static CharArraySet idle(Language language) {
        return switch (language) {
            case EN -> EnglishAnalyzer.getDefaultStopSet();
            case ES -> SpanishAnalyzer.getDefaultStopSet();
            case FR -> FrenchAnalyzer.getDefaultStopSet();
            case PT -> PortugueseAnalyzer.getDefaultStopSet();
        };
    }
}
