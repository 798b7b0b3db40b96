package org.enlace.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.enlace.retention.Prospect.Verdict;
import org.enlace.ui.Option;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * For how long the reader's authority keeps what is over, what would go, what would not and why, and what went.
 *
 * @param choices in force, that for all kinds first
 * @param kinds of request
 * @param waiting proposals that wait for another officer
 * @param lines by what is to become of them
 * @param zone the reader's
 */
record RetentionPage(
        List<ChoiceLine> choices,
        List<Option> kinds,
        List<ProposalLine> waiting,
        Map<Verdict, List<Line>> lines,
        List<Deletion.Shown> deletions,
        ZoneId zone)
        implements Page {

    /** More than anybody reads at once; the file has all. What may go is as much as one proposal takes. */
    static final int LONGEST = 100;

    RetentionPage {
        var ordered = new EnumMap<Verdict, List<Line>>(Verdict.class);
        ordered.putAll(lines);
        lines = ordered;
    }

    /**
     * @param kind its title, empty for all kinds
     * @param by the function of whoever chose
     */
    record ChoiceLine(Choice choice, String kind, String by) {}

    /** @param by the function of whoever proposed it */
    record ProposalLine(Proposal proposal, String by) {}

    @Override
    public String title(Words words) {
        return words.say("retention.title");
    }

    List<Line> in(Verdict verdict) {
        return lines.getOrDefault(verdict, List.of());
    }

    List<Line> shown(Verdict verdict) {
        return in(verdict).stream().limit(LONGEST).toList();
    }

    int left(Verdict verdict) {
        return Math.max(0, in(verdict).size() - LONGEST);
    }

    boolean isForEver() {
        return choices.stream().allMatch(line -> line.choice().period() == null);
    }

    String day(Instant at, Words words) {
        return words.date(at.atZone(zone).toLocalDate());
    }

    /** How long, since when and by whom. */
    String say(ChoiceLine line, Words words) {
        var choice = line.choice();
        return words.say(
                "periods.line",
                choice.period() == null
                        ? words.say("period.ever")
                        : choice.period().say(words),
                day(choice.since(), words),
                line.by());
    }
}
