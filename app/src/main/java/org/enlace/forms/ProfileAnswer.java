package org.enlace.forms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.jspecify.annotations.Nullable;

/**
 * A profile as programs get it. Members are added, never renamed or taken away, within {@code /api/v1}.
 *
 * @param form as signed acts name it: id and version
 * @param instruments under which it can be sent; one without an instrument is sent without a treaty
 * @param languages of its questions and choices; what a state accepts is another thing
 * @param definition the address of all its questions, rules and choices
 * @param answers the address of the same for the messages of acts
 */
record ProfileAnswer(
        String id,
        int version,
        String form,
        Map<String, String> title,
        List<String> measures,
        List<Form.Serves> instruments,
        List<String> languages,
        List<Running> clocks,
        List<String> acts,
        List<String> follows,
        String definition,
        String answers) {

    static ProfileAnswer of(Form form) {
        var slash = form.form().indexOf('/');
        return new ProfileAnswer(
                form.form().substring(0, slash),
                Integer.parseInt(form.form().substring(slash + 1)),
                form.form(),
                texts(form.title()),
                Stream.concat(Stream.ofNullable(form.measure()), form.also().stream())
                        .toList(),
                form.serves(),
                Arrays.stream(Language.values()).map(Language::tag).toList(),
                form.clocks().stream().map(Running::of).toList(),
                form.acts(),
                form.follows(),
                address(form.form()),
                address(Objects.requireNonNull(form.answers())));
    }

    private static String address(String form) {
        return "/forms/" + form.replace('/', '-') + ".json";
    }

    /** In the order in which we always name the languages. */
    private static Map<String, String> texts(Multilingual text) {
        var texts = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            texts.put(language.tag(), text.in(language).text());
        }
        return texts;
    }

    /** A clock, with its words as the profile has them. The members are those of {@link ClockRule}. */
    record Running(
            String id,
            ClockRule.Side side,
            String task,
            String starts,
            List<String> stops,
            String length,
            ClockRule.Days days,
            ClockRule.Kind kind,
            ClockRule.@Nullable Urgency urgency,
            @Nullable String instrument,
            Form.Basis rests,
            List<Form.Basis> under,
            @Nullable Model model,
            Map<String, String> label) {

        static Running of(ClockRule clock) {
            var model = clock.model();
            return new Running(
                    clock.id(),
                    clock.side(),
                    clock.task(),
                    clock.starts(),
                    clock.stops(),
                    clock.length(),
                    clock.days(),
                    clock.kind(),
                    clock.urgency(),
                    clock.instrument(),
                    clock.rests(),
                    clock.under(),
                    model == null ? null : Model.of(model),
                    texts(clock.label()));
        }
    }

    /** Where the length of an aim was taken from, in the words of the profile. */
    record Model(Map<String, String> article, Form.Mark mark) {

        static Model of(ClockRule.Model model) {
            return new Model(texts(model.article()), model.mark());
        }
    }
}
