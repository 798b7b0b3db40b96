package org.enlace.resolver;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.directory.Authority;
import org.enlace.directory.Function;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.states.DataRow;
import org.enlace.states.Dataset;
import org.enlace.states.RestingFacts;
import org.enlace.treaties.Mark;
import org.springframework.stereotype.Component;

/** The rules of {@code channel-rules.csv} and the terms of {@code channel-terms.csv}. Part of the program, so a mistake in a file stops the start instead of refusing a row. */
@Component
class ChannelRules implements RestingFacts {

    private static final List<String> COLUMNS = List.of(
            "measures",
            "instrument",
            "use",
            "articles",
            "functions",
            "likely",
            "watch",
            "mark",
            "reason",
            "offences",
            "source");

    private final List<ChannelRule> rules;
    private final List<ChannelTerm> terms;

    ChannelRules(Dataset dataset, Forms forms) {
        this.rules = dataset.rows("channel-rules.csv", COLUMNS).stream()
                .flatMap(row -> read(row, forms))
                .toList();
        this.terms = dataset.rows(ChannelTerm.FILE, ChannelTerm.COLUMNS).stream()
                .map(ChannelTerm::read)
                .sorted(Comparator.comparing(ChannelTerm::topic))
                .toList();
    }

    List<ChannelRule> all() {
        return rules;
    }

    /** By instrument. */
    Map<String, ChannelRule> of(Measure measure) {
        var found = new HashMap<String, ChannelRule>();
        rules.stream().filter(rule -> rule.measure() == measure).forEach(rule -> found.put(rule.instrument(), rule));
        return found;
    }

    List<ChannelTerm> terms() {
        return terms;
    }

    /** Whether other instruments step back before this one where it binds both. */
    boolean governs(String instrument) {
        return terms.stream().anyMatch(term -> term.unless().contains(instrument));
    }

    /**
     * What the law says about a need under an instrument, in the order in which it is shown.
     *
     * @param binding the instruments shown to bind both states that day
     */
    List<ChannelTerm> terms(String instrument, Need need, Set<String> binding) {
        return terms.stream()
                .filter(term -> term.holds(instrument, need, binding))
                .toList();
    }

    @Override
    public String room() {
        return "resolver";
    }

    @Override
    public String key() {
        return "resting.rules";
    }

    @Override
    public Map<String, Long> countBySource() {
        return Stream.concat(
                        rules.stream().map(ChannelRule::source), terms.stream().map(ChannelTerm::source))
                .filter(source -> !source.isEmpty())
                .collect(Collectors.groupingBy(source -> source, Collectors.counting()));
    }

    /** A row serves every measure that it names. */
    private static Stream<ChannelRule> read(DataRow row, Forms forms) {
        return row.choices("measures", Measure.class).stream().map(measure -> read(row, measure, forms));
    }

    private static ChannelRule read(DataRow row, Measure measure, Forms forms) {
        var instrument = row.required("instrument");
        return new ChannelRule(
                measure,
                instrument,
                row.choice("use", ChannelRule.Use.class),
                row.list("articles"),
                row.choices("functions", Function.class),
                row.choices("likely", Authority.Kind.class),
                row.list("watch"),
                row.choice("mark", Mark.class),
                row.required("reason"),
                row.choices("offences", Offence.class),
                forms.profile(measure.code(), instrument).map(Form::form).orElse(""),
                row.text("source"));
    }
}
