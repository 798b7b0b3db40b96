package org.enlace.treaties;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What states declared under an instrument up to a day, as programs get it.
 *
 * @param rows by state, and of one state in the order in which we have them; also those that no longer hold
 */
record DeclarationsAnswer(String instrument, LocalDate on, List<Row> rows) {

    static DeclarationsAnswer of(Instrument instrument, LocalDate on, Declarations.On declared) {
        var rows = Stream.concat(
                        declared.holding().stream().map(declaration -> Row.of(declaration, null)),
                        declared.ended().stream().map(ended -> Row.of(ended.declaration(), End.of(ended))))
                .sorted(Comparator.comparing(Row::state))
                .toList();
        return new DeclarationsAnswer(instrument.id(), on, rows);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param id what another names that withdraws it or objects to it
     * @param kind {@code declaration}, {@code reservation}, {@code objection}, {@code language-notification}, {@code central-authority} …
     * @param articles as {@code 29(4)}
     * @param text by language, in the languages we have it in; empty where the fact alone is known
     * @param summary whether the text is ours and not the state's
     * @param date as exact as its source, or null
     * @param about the id of what an objection is about; may be empty
     * @param against of an objection the state objected to, otherwise null
     * @param languages of a notification of languages, BCP 47 tags
     * @param source id of the source, as {@code /sources} lists it
     * @param ended why and when it ceased to hold, or null while it holds
     */
    record Row(
            String id,
            String state,
            String kind,
            List<String> articles,
            Map<String, String> text,
            boolean summary,
            @Nullable String date,
            String about,
            @Nullable String against,
            List<String> languages,
            String source,
            @Nullable End ended) {

        static Row of(Declaration declaration, @Nullable End ended) {
            var text = new TreeMap<String, String>();
            if (declaration.text() != null) {
                declaration.text().texts().forEach((language, words) -> text.put(language.tag(), words));
            }
            var date = declaration.date();
            return new Row(
                    declaration.id(),
                    declaration.state().iso3(),
                    code(declaration.kind()),
                    declaration.articles(),
                    text,
                    declaration.summary(),
                    date == null ? null : date.toString(),
                    declaration.about(),
                    iso3(declaration.against()),
                    declaration.languages(),
                    declaration.source(),
                    ended);
        }

        private static @Nullable String iso3(@Nullable StateCode state) {
            return state == null ? null : state.iso3();
        }
    }

    /**
     * @param why {@code withdrawn}, {@code left}: the state left the instrument, {@code nothing-left}: what it objected to is gone
     * @param date from when, or null when no source says
     */
    record End(String why, @Nullable String date, String source) {

        static End of(Declarations.Ended ended) {
            var date = ended.date();
            return new End(code(ended.why()), date == null ? null : date.toString(), ended.source());
        }
    }
}
