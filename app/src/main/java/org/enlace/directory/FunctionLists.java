package org.enlace.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.enlace.states.Source;
import org.enlace.treaties.Instrument;

/**
 * Who of one state is named for what, function by function and within each instrument by instrument, so that lists that differ stand side by side.
 *
 * @param sources by their id
 */
record FunctionLists(List<FunctionList> lists, Map<String, Source> sources) {

    static FunctionLists of(List<Entry> entries, Map<String, Source> sources) {
        var byFunction = new TreeMap<Function, List<Row>>();
        for (var entry : entries) {
            for (var designation : entry.designations()) {
                var instrument = entry.instruments().get(designation.instrument());
                if (instrument != null) {
                    byFunction
                            .computeIfAbsent(designation.function(), function -> new ArrayList<>())
                            .add(new Row(instrument, entry.authority(), designation));
                }
            }
        }
        return new FunctionLists(
                byFunction.entrySet().stream()
                        .map(list -> new FunctionList(list.getKey(), sorted(list.getValue())))
                        .toList(),
                sources);
    }

    /** The functions for which not everybody names the same authority. */
    List<FunctionList> differing() {
        return lists.stream().filter(FunctionList::differs).toList();
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.instrument().id())
                        .thenComparing(row -> row.designation(), Designation::compareStrength)
                        .thenComparing(row -> row.authority().id()))
                .toList();
    }

    /** One function. */
    record FunctionList(Function function, List<Row> rows) {

        /** Whether the rows name more than one authority. A sample is beside the real ones by design and is no disagreement. */
        boolean differs() {
            return named().size() > 1;
        }

        private Set<String> named() {
            return rows.stream()
                    .filter(row -> !row.authority().isSample())
                    .map(row -> row.authority().id())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** One designation, as one source has it. */
    record Row(Instrument instrument, Authority authority, Designation designation) {}
}
