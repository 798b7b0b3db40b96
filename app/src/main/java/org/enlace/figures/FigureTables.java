package org.enlace.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.enlace.figures.FigureTable.Cell;
import org.enlace.figures.FigureTable.Column;
import org.enlace.figures.FigureTable.Row;
import org.enlace.ui.Words;

/**
 * The figures as tables, in one language. Lines are ordered by what is told of them, then by name: an order by the exact number would tell it.
 *
 * @param numbers how numbers are told
 */
record FigureTables(Figures figures, Labels labels, Cells numbers) {

    List<FigureTable> all() {
        return List.of(stages(), profiles(), pairs(), items(), grounds(), endings());
    }

    private FigureTable stages() {
        var whole = numbers.disclosure() == Disclosure.WHOLE;
        var columns = new ArrayList<>(List.of(
                column("milestone", "head.stage"),
                column("median_seconds", "head.median"),
                column("p90_seconds", "head.most")));
        if (whole) {
            columns.add(column("requests", "head.reached"));
        }
        var rows = Arrays.stream(Milestone.values())
                .map(milestone -> {
                    var spread = figures.all().spread(milestone);
                    var label = words().say("stage." + milestone.code());
                    var cells = new ArrayList<>(List.of(
                            Cells.name(label, milestone.code()),
                            numbers.one(spread, spread.median()),
                            numbers.one(spread, spread.most())));
                    if (whole) {
                        cells.add(numbers.count(spread.size()));
                    }
                    return new Row(cells, numbers.bar(label, spread));
                })
                .toList();
        return new FigureTable("stages", columns, rows);
    }

    private FigureTable profiles() {
        return groups(
                "profiles",
                new Column(List.of("form", "name"), words().say("head.profile")),
                figures.byForm(),
                form -> labels.form(form, words().language()),
                form -> Stream.of(form));
    }

    private FigureTable pairs() {
        return groups(
                "pairs",
                new Column(List.of("requesting_state", "requested_state", "name"), words().say("head.pair")),
                figures.byPair(),
                pair -> words().say(
                                "pair",
                                labels.state(pair.requesting(), words().language()),
                                labels.state(pair.requested(), words().language())),
                pair -> Stream.of(pair.requesting().iso3(), pair.requested().iso3()));
    }

    private FigureTable items() {
        return counts(
                "items",
                List.of(new Column(List.of("form", "item", "name"), words().say("head.item"))),
                figures.missing(),
                missing -> item(missing),
                missing -> List.of(Cells.name(item(missing), missing.form(), missing.item(), item(missing))));
    }

    private FigureTable grounds() {
        return counts(
                "grounds",
                List.of(
                        new Column(List.of("ground", "name"), words().say("head.ground")),
                        column("kind", "head.manner")),
                figures.grounds(),
                this::ground,
                ground -> List.of(
                        Cells.name(ground(ground), ground.code(), ground(ground)),
                        Cells.name(
                                words().say("manner." + ground.manner().name()),
                                ground.manner().code())));
    }

    private FigureTable endings() {
        return counts(
                "lapses",
                List.of(new Column(List.of("outcome", "name"), words().say("head.ending"))),
                figures.endings(),
                ending -> words().say("ending." + ending.name()),
                ending -> {
                    var label = words().say("ending." + ending.name());
                    return List.of(Cells.name(label, ending.name().toLowerCase(java.util.Locale.ROOT), label));
                });
    }

    private <K> FigureTable groups(
            String id,
            Column first,
            Map<K, Group> groups,
            Function<K, String> label,
            Function<K, Stream<String>> codes) {
        var columns = new ArrayList<>(
                List.of(first, column("requests", "head.requests"), column("complete_percent", "head.complete")));
        Arrays.stream(Milestone.values())
                .map(milestone -> new Column(
                        List.of(milestone.code() + "_median_seconds", milestone.code() + "_p90_seconds"),
                        words().say("stage." + milestone.code())))
                .forEach(columns::add);
        var rows = ordered(groups, Group::requests, label)
                .map(entry -> {
                    var group = entry.getValue();
                    var name = label.apply(entry.getKey());
                    var cells = new ArrayList<>(List.of(
                            new Cell(
                                    name,
                                    Stream.concat(codes.apply(entry.getKey()), Stream.of(name))
                                            .toList()),
                            numbers.count(group.requests()),
                            numbers.percent(group.complete(), group.examined())));
                    group.spreads().values().forEach(spread -> cells.add(numbers.both(spread)));
                    return new Row(cells, numbers.bar(name, group.requests()));
                })
                .toList();
        return new FigureTable(id, columns, rows);
    }

    private <K> FigureTable counts(
            String id,
            List<Column> first,
            Map<K, Long> counted,
            Function<K, String> label,
            Function<K, List<Cell>> names) {
        var columns = Stream.concat(first.stream(), Stream.of(column("requests", "head.requests")))
                .toList();
        var rows = ordered(counted, Function.identity(), label)
                .map(entry -> new Row(
                        Stream.concat(names.apply(entry.getKey()).stream(), Stream.of(numbers.count(entry.getValue())))
                                .toList(),
                        numbers.bar(label.apply(entry.getKey()), entry.getValue())))
                .toList();
        return new FigureTable(id, columns, rows);
    }

    /** Those that have a line of their own. */
    private <K, V> Stream<Map.Entry<K, V>> ordered(
            Map<K, V> lines, Function<V, Long> number, Function<K, String> label) {
        var disclosure = numbers.disclosure();
        return lines.entrySet().stream()
                .filter(entry -> disclosure.lists(number.apply(entry.getValue())))
                .sorted(Comparator.<Map.Entry<K, V>>comparingLong(entry -> -disclosure
                                .count(number.apply(entry.getValue()))
                                .orElse(0))
                        .thenComparing(entry -> label.apply(entry.getKey())));
    }

    private String item(Figures.Missing missing) {
        var item = missing.item().equals(Course.OTHER)
                ? words().say("item.other")
                : labels.field(missing.form(), missing.item(), words().language());
        return words().say("item", item, labels.form(missing.form(), words().language()));
    }

    private String ground(Course.Ground ground) {
        return ground.code().equals(Course.OTHER)
                ? words().say("ground.other")
                : labels.ground(ground.code(), words().language());
    }

    private Column column(String code, String head) {
        return new Column(List.of(code), words().say(head));
    }

    private Words words() {
        return numbers.words();
    }
}
