package org.enlace.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.enlace.states.DataRow;
import org.enlace.states.Dataset;
import org.enlace.states.RestingFacts;
import org.enlace.treaties.Mark;
import org.springframework.stereotype.Component;

/** The rules of {@code channel-rules.csv}. Part of the program, so a mistake in the file stops the start instead of refusing a row. */
@Component
class ChannelRules implements RestingFacts {

    private static final List<String> COLUMNS = List.of(
            "measure", "instrument", "use", "articles", "functions", "likely", "watch", "mark", "reason", "source");

    private final List<ChannelRule> rules;

    ChannelRules(Dataset dataset) {
        this.rules = dataset.rows("channel-rules.csv", COLUMNS).stream()
                .map(ChannelRules::read)
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

    @Override
    public String room() {
        return "directory";
    }

    @Override
    public String key() {
        return "resting.rules";
    }

    @Override
    public Map<String, Long> countBySource() {
        return rules.stream()
                .filter(rule -> !rule.source().isEmpty())
                .collect(Collectors.groupingBy(ChannelRule::source, Collectors.counting()));
    }

    private static ChannelRule read(DataRow row) {
        return new ChannelRule(
                row.choice("measure", Measure.class),
                row.required("instrument"),
                row.choice("use", ChannelRule.Use.class),
                row.list("articles"),
                row.choices("functions", Function.class),
                row.choices("likely", Authority.Kind.class),
                row.list("watch"),
                row.choice("mark", Mark.class),
                row.required("reason"),
                row.text("source"));
    }
}
