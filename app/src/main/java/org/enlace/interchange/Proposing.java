package org.enlace.interchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.changes.Change;
import org.enlace.directory.Corrections;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns what a person ticked into changes that wait for another person: one change an authority. All of them, or none. */
@Component
class Proposing {

    private final Corrections corrections;
    private final Imports imports;

    Proposing(Corrections corrections, Imports imports) {
        this.corrections = corrections;
        this.imports = imports;
    }

    /**
     * @param ticked {@code <line>:<COLUMN>}, or {@code <line>:} for an authority that we do not have
     * @return how many changes wait now
     */
    @Transactional
    int propose(Import taken, Comparison comparison, List<String> ticked, Viewer viewer) {
        var chosen = new TreeMap<Long, TreeSet<Column>>();
        for (var tick : ticked) {
            var parts = tick.split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[0-9]{1,9}")) {
                throw Refused.absent();
            }
            var columns = chosen.computeIfAbsent(Long.valueOf(parts[0]), line -> new TreeSet<>());
            if (!parts[1].isEmpty()) {
                columns.add(Column.of(parts[1]).orElseThrow(Refused::absent));
            }
        }
        if (chosen.isEmpty()) {
            throw InterchangeRefusal.NOTHING_TICKED.refused();
        }
        chosen.forEach((line, columns) -> propose(taken, comparison.require(line), columns, viewer));
        return chosen.size();
    }

    private void propose(Import taken, Comparison.Line line, Set<Column> columns, Viewer viewer) {
        var match = line.match();
        var change = match == null
                ? corrections.enter(line.state(), line.fields(), grounds(taken, line), viewer)
                : corrections.correct(match.authority(), fields(line, columns), grounds(taken, line), viewer);
        imports.propose(
                taken,
                new Imports.Proposal(
                        change.id(),
                        line.number(),
                        columns.stream().map(Column::name).collect(Collectors.joining(","))),
                viewer);
    }

    /** Only what differs can be ticked; anything else was not on the page. */
    private static Map<String, String> fields(Comparison.Line line, Set<Column> columns) {
        var fields = line.cells().stream()
                .filter(Comparison.Cell::canBeProposed)
                .filter(cell -> columns.contains(cell.column()))
                .collect(Collectors.toMap(cell -> String.valueOf(cell.column().field()), Comparison.Cell::theirs));
        if (fields.isEmpty()) {
            throw Refused.absent();
        }
        return fields;
    }

    private static Change.Grounds grounds(Import taken, Comparison.Line line) {
        return new Change.Grounds(
                Change.Way.PUBLIC_SOURCE,
                taken.owner() + ", " + taken.day(),
                taken.address(),
                (taken.fileName().isEmpty() ? "" : taken.fileName() + ", ") + line.number());
    }
}
