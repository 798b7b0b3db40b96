package org.enlace.figures;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.enlace.procedure.Side;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period.
 *
 * @param state the name of the state they are about, or null for all states
 * @param incidents preservations of that state that ran out undecided; null for whoever does not coordinate it
 */
record FiguresPage(
        Scope scope,
        @Nullable String state,
        @Nullable List<Incident> incidents,
        Figures figures,
        Cells numbers,
        List<FigureTable> tables,
        Clock clock)
        implements Page {

    @Override
    public String title(Words words) {
        return state == null ? words.say("title") : words.say("title.mine", state);
    }

    String path() {
        return state == null ? "/figures" : "/figures/mine";
    }

    String csv(FigureTable table) {
        var period = scope.period();
        return path() + "/" + table.id() + ".csv?from=" + period.from() + "&to=" + period.to()
                + (scope.side() == null ? "" : "&side=" + scope.side().name());
    }

    boolean isEmpty() {
        return !numbers.disclosure().lists(figures.all().requests());
    }

    String requests() {
        return numbers.count(figures.all().requests()).text();
    }

    String complete() {
        return numbers.percent(figures.all().complete(), figures.all().examined())
                .text();
    }

    List<Option> months(YearMonth chosen, Words words) {
        return Period.months(chosen, clock).stream()
                .map(month -> Option.of(month.toString(), words.month(month.getYear(), month.getMonthValue())))
                .toList();
    }

    List<Option> sides(Words words) {
        return List.of(
                Option.of(Side.REQUESTING.name(), words.say("side.out")),
                Option.of(Side.REQUESTED.name(), words.say("side.in")));
    }

    String counted(Words words) {
        return words.moment(figures.at(), ZoneOffset.UTC);
    }
}
