package org.enlace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** To be raised when texts are taken apart otherwise: everything is then written anew. */
    static final int VERSION = 1;

    private static final int LONGEST = 100;

    private static final Map<Language, Analyzer> STEMS =
            analyzers((words, language) -> new ASCIIFoldingFilter(stem(told(words, language), language)));
    private static final Map<Language, Analyzer> TOLD =
            analyzers((words, language) -> new ASCIIFoldingFilter(told(words, language)));
    private static final Analyzer PLAIN = analyzer(ASCIIFoldingFilter::new);
    private static final Analyzer BARE = analyzer(words -> words);

    private Analysis() {}

    /** The words as a {@code tsvector}; they stand nowhere in particular. */
    static String vector(Set<String> words) {
        return words.stream().map(Analysis::quoted).collect(Collectors.joining(" "));
    }

    /** What a text is found by: its words as written and their stems, without those that say nothing. */
    static Set<String> words(String text, Language language) {
        var words = new LinkedHashSet<>(terms(text, STEMS, language));
        words.addAll(terms(text, TOLD, language));
        return words;
    }

    /** The words as written, all of them, in lower case and without accents. */
    static List<String> plain(String text) {
        return terms(text, PLAIN);
    }

    /** A text as one types it: its words in lower case and without accents. */
    static String folded(String text) {
        return String.join(" ", plain(text));
    }

    /**
     * What was typed as a {@code tsquery}: all its words, each in the sense of any of the languages; the last one may be the beginning of a word. Words that say
     * nothing in one of the languages count only when there are no others. Empty when nothing is left to search for.
     */
    static String query(String typed) {
        var words = terms(typed, BARE);
        var telling = words.stream().filter(Analysis::tells).toList();
        var asked = telling.isEmpty() ? words : telling;
        return IntStream.range(0, asked.size())
                .mapToObj(place -> sense(asked.get(place), place == asked.size() - 1))
                .distinct()
                .collect(Collectors.joining(" & "));
    }

    private static boolean tells(String word) {
        return Arrays.stream(Language.values())
                .noneMatch(language -> terms(word, STEMS, language).isEmpty());
    }

    private static String sense(String word, boolean beginning) {
        var plain = folded(word);
        var senses = new LinkedHashSet<String>();
        senses.add(quoted(plain) + (beginning ? ":*" : ""));
        for (var language : Language.values()) {
            terms(word, STEMS, language).stream()
                    .filter(stem -> !beginning || !stem.startsWith(plain))
                    .map(Analysis::quoted)
                    .forEach(senses::add);
        }
        return senses.size() == 1 ? senses.getFirst() : "(" + String.join(" | ", senses) + ")";
    }

    private static List<String> terms(String text, Map<Language, Analyzer> analyzers, Language language) {
        return terms(text, Objects.requireNonNull(analyzers.get(language)));
    }

    private static List<String> terms(String text, Analyzer analyzer) {
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

    private static Map<Language, Analyzer> analyzers(BiFunction<TokenStream, Language, TokenStream> filters) {
        var analyzers = new EnumMap<Language, Analyzer>(Language.class);
        for (var language : Language.values()) {
            analyzers.put(language, analyzer(words -> filters.apply(words, language)));
        }
        return analyzers;
    }

    private static Analyzer analyzer(UnaryOperator<TokenStream> filters) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                var words = new LowerCaseFilter(new ElisionFilter(source, FrenchAnalyzer.DEFAULT_ARTICLES));
                return new TokenStreamComponents(source, filters.apply(words));
            }
        };
    }

    private static TokenStream told(TokenStream words, Language language) {
        return new StopFilter(words, idle(language));
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
