package org.enlace.desk;

import java.time.Instant;
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
 * @param counts how many rows each section has; more than {@link Desk#COUNTED} are one more
 * @param names of states by code, and of instruments by id, in the reader's language
 */
record DeskRowsPart(
        DeskFilter filter,
        Map<DeskRow.Section, List<DeskRow>> sections,
        Map<DeskRow.Section, Integer> counts,
        Map<String, String> names,
        Instant now)
        implements Part {

    private static final Set<String> OVER = Set.of("declined", "withdrawn", "destroyed", "transferred");

    /** Says whose it is before it says how far. */
    private static final String SHARED = "shared";

    DeskRowsPart {
        sections = new EnumMap<>(sections);
        counts = new EnumMap<>(counts);
    }

    List<DeskRow> in(DeskRow.Section section) {
        return sections.getOrDefault(section, List.of());
    }

    boolean isEmpty() {
        return sections.values().stream().allMatch(List::isEmpty);
    }

    /** "312", "1,000+". */
    String count(DeskRow.Section section, Words words) {
        var count = counted(section);
        return count > Desk.COUNTED ? words.number(Desk.COUNTED) + '+' : words.number(count);
    }

    private int counted(DeskRow.Section section) {
        return counts.getOrDefault(section, 0);
    }

    /** Beyond this page. Where nobody counted to the end, a full page may have another after it. */
    boolean hasMore(DeskRow.Section section) {
        var counted = counted(section);
        return counted > Desk.PAGE * filter.number()
                || (counted > Desk.COUNTED && in(section).size() == Desk.PAGE);
    }

    /** Whether less is shown than the authority has. */
    boolean isFiltered() {
        return filter.isAny() || !"".equals(filter.whose()) || !"".equals(filter.section());
    }

    /** Where the same rows are in the order of that column; a second press turns it round. */
    String ordered(DeskOrder.By by) {
        var order = filter.order();
        var next = order != null && order.by() == by ? order.reversed() : by.first();
        return "/desk" + filter.by(next).query();
    }

    /** What {@code aria-sort} says of a column; null where the rows are not in its order. */
    @Nullable
    String sorted(DeskOrder.By by, DeskRow.Section section) {
        var order = filter.order();
        if (order == null) {
            return by == DeskOrder.By.DUE && section != DeskRow.Section.QUIET ? "ascending" : null;
        }
        return order.by() == by ? order.aria() : null;
    }

    String page(DeskRow.Section section, int number) {
        return "/desk" + filter.at(section, number).query();
    }

    /** In whose hands it is at this authority; null where that is no question any more. */
    @Nullable
    String hands(DeskRow row, Words words) {
        if (row.hands().own()) {
            return words.say("desk.hand.own");
        }
        if (row.hands().as() != null) {
            return words.say("desk.hand", row.hands().as());
        }
        return row.outgoing() || row.section() == DeskRow.Section.QUIET ? null : words.say("desk.hand.nobody");
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
            return words.say("task." + row.toDo());
        }
        return words.say(isExtended(row) && !row.stage().equals(SHARED) ? "stage.extended" : "stage." + row.stage());
    }

    /** Whether the row says that an extension was only asked for: until it is granted, the guarantee ends when it ends. */
    boolean isExtensionOpen(DeskRow row) {
        return row.extensionAsked() && row.stage().equals("preserved") && !row.extended();
    }

    /** Whether the row says beside what is to be done that somebody asks how it stands. */
    boolean isEnquired(DeskRow row) {
        return row.news().enquired() != null && !"progress".equals(row.task());
    }

    /** The class of the tag: colour repeats what the words say. */
    String style(DeskRow row) {
        var countdown = countdown(row);
        return switch (row.section()) {
            case EMERGENCY, MINE -> countdown == null ? "soon" : countdown.isLate() ? "late" : "soon";
            case WAITING -> countdown != null && countdown.isLate() ? "late" : "waiting";
            case QUIET -> row.stage().equals("preserved") && !row.extended() ? "done" : "plain";
        };
    }
}
