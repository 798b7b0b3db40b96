package org.enlace.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlace.ui.Part;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the desk, asked for again every half minute.
 *
 * @param names of states by code, and of instruments by id, in the reader's language
 */
record DeskRowsPart(
        DeskFilter filter,
        Map<DeskRow.Section, List<DeskRow>> sections,
        Map<String, String> names,
        ZoneId yours,
        Instant now)
        implements Part {

    private static final Set<String> OVER = Set.of("declined", "withdrawn", "destroyed", "transferred");

    DeskRowsPart {
        sections = new EnumMap<>(sections);
    }

    List<DeskRow> in(DeskRow.Section section) {
        return sections.getOrDefault(section, List.of());
    }

    boolean isEmpty() {
        return sections.values().stream().allMatch(List::isEmpty);
    }

    String name(String code) {
        return names.getOrDefault(code, code);
    }

    /** By when something is to happen, or when the guarantee ends; null when no time runs. */
    @Nullable
    Countdown countdown(DeskRow row) {
        var due = row.due() != null ? row.due() : row.guaranteedUntil();
        return due == null || isOver(row) ? null : new Countdown(due, now);
    }

    /** Nothing runs any more, or it runs on another row. */
    private static boolean isOver(DeskRow row) {
        return OVER.contains(row.stage()) || isExtended(row);
    }

    private static boolean isExtended(DeskRow row) {
        return row.extended() && row.task() == null;
    }

    /** The state of the row in words: what is to be done, or how far it has come. */
    String state(DeskRow row, Words words) {
        if (row.task() != null && row.section() != DeskRow.Section.QUIET) {
            return words.say("task." + row.task());
        }
        if (isExtended(row)) {
            return words.say("stage.extended");
        }
        var countdown = countdown(row);
        var lapsed = row.stage().equals("preserved") && countdown != null && countdown.isLate();
        return words.say(lapsed ? "stage.run-out" : "stage." + row.stage());
    }

    /** The class of the tag: colour repeats what the words say. */
    String style(DeskRow row) {
        var countdown = countdown(row);
        return switch (row.section()) {
            case MINE -> countdown == null ? "soon" : countdown.isLate() ? "late" : "soon";
            case WAITING -> countdown != null && countdown.isLate() ? "late" : "waiting";
            case QUIET -> row.stage().equals("preserved") && !row.extended() ? "done" : "plain";
        };
    }
}
