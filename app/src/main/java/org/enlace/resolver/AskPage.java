package org.enlace.resolver;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.duty.DutyNow;
import org.enlace.resolver.Addressees.Addressee;
import org.enlace.states.Source;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The question and, once asked, its answer.
 *
 * @param duty of the authorities to address, by id; only of those that keep a rota, and only for an answer about today
 * @param problem why there is no answer, or null
 */
record AskPage(
        Question question,
        @Nullable Explanation explanation,
        Moment moment,
        Map<String, Source> sources,
        Map<String, DutyNow> duty,
        @Nullable String problem)
        implements Page {

    private static final Moment NO_MATTER = new Moment(LocalDate.EPOCH, Instant.EPOCH);

    static AskPage blank(Question question) {
        return new AskPage(question, null, NO_MATTER, Map.of(), Map.of(), null);
    }

    static AskPage refused(Question question, String sentence) {
        return new AskPage(question, null, NO_MATTER, Map.of(), Map.of(), sentence);
    }

    static AskPage of(
            Question question, Advice advice, Moment moment, List<Source> sources, Map<String, DutyNow> duty) {
        return new AskPage(
                question,
                new Explanation(advice, question.viewer().language()),
                moment,
                sources.stream().collect(Collectors.toMap(Source::id, Function.identity())),
                duty,
                null);
    }

    /** Where a request to this addressee begins; empty unless it can begin today under an instrument made for the measure. */
    Optional<String> start(Channel channel, Addressee addressee) {
        return explanation == null
                ? Optional.empty()
                : Start.path(explanation.advice(), channel, addressee, moment.today());
    }

    Optional<DutyNow> duty(Addressee addressee) {
        return Optional.ofNullable(duty.get(addressee.authority().id()));
    }

    Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /** Whether only the day asked about keeps a request from beginning. */
    boolean couldStartToday(Channel channel) {
        return explanation != null
                && channel.rule().hasForm()
                && !channel.addressees().designated().isEmpty()
                && !explanation.advice().on().equals(moment.today());
    }

    @Override
    public String title(Words words) {
        return words.say("ask.title");
    }

    @Override
    public int status() {
        return problem == null ? 200 : 422;
    }

    @Override
    public @Nullable LocalDate asOf() {
        return explanation == null ? null : explanation.advice().on();
    }

    /** Today where the viewer is, and now. */
    record Moment(LocalDate today, Instant now) {}
}
