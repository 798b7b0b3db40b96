package org.enlace.interchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.enlace.directory.Authority;
import org.jspecify.annotations.Nullable;

/**
 * Another directory's list beside ours.
 *
 * @param lines those that were understood, in the order of the file
 * @param unknown those whose state nobody could tell
 * @param onlyOurs ours of the states that the list speaks of, which no line of it means
 */
record Comparison(List<Line> lines, List<Delimited.Line> unknown, List<Authority> onlyOurs) {

    List<Line> in(View view) {
        return lines.stream().filter(line -> line.view() == view).toList();
    }

    int count(View view) {
        return view == View.OURS ? onlyOurs.size() : in(view).size();
    }

    Line require(long number) {
        return lines.stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(org.enlace.Refused::absent);
    }

    static Comparison of(List<Line> lines, List<Delimited.Line> unknown, List<Authority> ours) {
        Set<StateCode> spoken = lines.stream().map(Line::state).collect(Collectors.toUnmodifiableSet());
        Set<String> meant = lines.stream()
                .map(Line::match)
                .filter(java.util.Objects::nonNull)
                .map(match -> match.authority().id())
                .collect(Collectors.toUnmodifiableSet());
        return new Comparison(
                lines,
                unknown,
                ours.stream()
                        .filter(authority -> spoken.contains(authority.state()) && !meant.contains(authority.id()))
                        .toList());
    }

    /** What can be looked at by itself; the words are {@code view.<NAME>}. */
    enum View {
        DIFFERS,
        NEW,
        SAME,
        OURS
    }

    /**
     * @param number of the line in their file
     * @param name as they have it
     * @param match the entry of ours that it means, or null when we have none
     * @param cells what they say, column by column
     */
    record Line(
            long number,
            StateCode state,
            String name,
            @Nullable Match match,
            List<Cell> cells) {

        View view() {
            if (match == null) {
                return View.NEW;
            }
            return cells.stream().anyMatch(Cell::canBeProposed) ? View.DIFFERS : View.SAME;
        }

        /** What they say of an entry, by the names of its form's fields. */
        Map<String, String> fields() {
            return cells.stream()
                    .filter(cell -> !cell.theirs().isEmpty())
                    .collect(Collectors.toMap(
                            cell -> String.valueOf(cell.column().field()), Cell::theirs));
        }
    }

    /** @param how we know; the words are {@code match.<HOW>} */
    record Match(Authority authority, How how) {}

    enum How {
        ID,
        CONTACT,
        NAME,
        /** A person must look. */
        LIKE
    }

    /**
     * One field, in both lists.
     *
     * @param theirs as a form takes it
     * @param said theirs, as people read it
     */
    record Cell(Column column, String ours, String theirs, String said, Verdict verdict) {
        boolean canBeProposed() {
            return verdict == Verdict.DIFFERS || verdict == Verdict.NEW;
        }
    }

    /** The words are {@code verdict.<NAME>}. */
    enum Verdict {
        SAME,
        DIFFERS,
        /** We have nothing there. */
        NEW,
        /** They have nothing there. */
        ONLY_OURS,
        /** Neither has. */
        NOTHING
    }
}
