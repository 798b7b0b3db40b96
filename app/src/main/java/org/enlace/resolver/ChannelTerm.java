package org.enlace.resolver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.states.DataRow;
import org.enlace.treaties.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What the law says about a request that goes through a channel; the words are {@code term.<words>}.
 *
 * @param under channels in which it is shown: one instrument can govern a request made under another
 * @param law the instrument whose articles these are
 * @param measures it is about; empty for all
 * @param offences it is about; empty for all. With offences it holds only where one of them was said
 * @param onlyIf instruments that must bind both states for it to hold
 * @param unless instruments before which it steps back when one of them binds both
 * @param value the answer in a word, for programs; empty where the topic has none
 * @param days the length of a period, or null
 * @param source the id of a {@link org.enlace.states.Source}, or empty
 */
public record ChannelTerm(
        List<String> under,
        String law,
        Topic topic,
        List<Measure> measures,
        List<Offence> offences,
        List<String> articles,
        List<String> onlyIf,
        List<String> unless,
        String value,
        @Nullable Integer days,
        Mark mark,
        String words,
        String source) {

    static final String FILE = "channel-terms.csv";

    static final List<String> COLUMNS = List.of(
            "under",
            "law",
            "topic",
            "measures",
            "offences",
            "articles",
            "only_if",
            "unless",
            "value",
            "days",
            "mark",
            "words",
            "source");

    static ChannelTerm read(DataRow row) {
        return new ChannelTerm(
                row.list("under"),
                row.required("law"),
                row.choice("topic", Topic.class),
                row.choices("measures", Measure.class),
                row.choices("offences", Offence.class),
                row.list("articles"),
                row.list("only_if"),
                row.list("unless"),
                row.text("value"),
                Optional.ofNullable(row.textOrNull("days"))
                        .map(Integer::valueOf)
                        .orElse(null),
                row.choice("mark", Mark.class),
                row.required("words"),
                row.text("source"));
    }

    /**
     * Whether it holds for a need under an instrument.
     *
     * @param binding the instruments shown to bind both states that day
     */
    boolean holds(String instrument, Need need, Set<String> binding) {
        return under.contains(instrument)
                && (measures.isEmpty() || measures.contains(need.measure()))
                && (offences.isEmpty()
                        || need.about().filter(offences::contains).isPresent())
                && (topic != Topic.URGENT || need.isUrgent())
                && binding.containsAll(onlyIf)
                && unless.stream().noneMatch(binding::contains);
    }

    /** What it is about, in the order in which it is shown; the words are {@code topic.<NAME>}. */
    public enum Topic {
        /** Which articles govern the request, and why. */
        GOVERNS,
        SCOPE,
        DUAL_CRIMINALITY,
        CONTENTS,
        LANGUAGE,
        /** Whether sending it electronically has legal effect. */
        ELECTRONIC,
        URGENT,
        CLOCK,
        REFUSAL,
        USE;

        /** Whether the answer says that it is not known, where no term holds. */
        boolean isAlwaysAnswered() {
            return this == DUAL_CRIMINALITY || this == ELECTRONIC || this == CLOCK;
        }
    }
}
