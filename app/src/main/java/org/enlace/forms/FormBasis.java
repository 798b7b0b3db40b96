package org.enlace.forms;

import java.util.List;
import org.enlace.Language;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a question or a period rests on, as people read it. Only what was compared with the text of a treaty is said to be law; the rest says what it is: practice of the
 * template, our own reading, or not verified.
 *
 * @param unverified whether it names an article that nobody compared with the text
 * @param instrument the only one under which it is shown, or null
 */
public record FormBasis(
        String text, boolean unverified, @Nullable String instrument) {

    /** One for each instrument whose article it is; one in all where there is no article. */
    public static List<FormBasis> of(Form form, Form.Field field, Language language) {
        var words = Words.of(FormBasis.class, language);
        return field.rests().stream().anyMatch(basis -> basis.article() != null)
                ? field.rests().stream()
                        .filter(basis -> basis.article() != null)
                        .map(basis -> cited(basis, words))
                        .toList()
                : List.of(practice(form, field, words));
    }

    /**
     * A period that an article sets, or that it is an aim of ours: with the article that sets the duty under the instrument of the request, and the one that its
     * length was taken from.
     *
     * @param instrument of the request; null is without a treaty
     */
    public static List<FormBasis> of(ClockRule clock, @Nullable String instrument, Language language) {
        var words = Words.of(FormBasis.class, language);
        if (clock.kind() != ClockRule.Kind.TARGET) {
            return List.of(cited(clock.rests(), words));
        }
        var aim = clock.under().stream()
                .filter(basis ->
                        basis.instrument() != null && basis.instrument().equals(instrument))
                .findFirst()
                .map(basis -> new FormBasis(
                        words.say("aim.duty", basis.article()), isUnverified(basis.mark()), basis.instrument()))
                .orElseGet(() -> new FormBasis(words.say("aim"), false, null));
        var model = clock.model();
        return model == null
                ? List.of(aim)
                : List.of(
                        aim,
                        new FormBasis(
                                words.say(
                                        "aim.model",
                                        model.article().in(language).text()),
                                isUnverified(model.mark()),
                                null));
    }

    private static FormBasis cited(Form.Basis basis, Words words) {
        var key = switch (basis.mark()) {
            case V -> "basis.law";
            case V2 -> "basis.told";
            case D -> "basis.reading";
            case U -> "basis.unverified";
        };
        return new FormBasis(words.say(key, basis.article()), isUnverified(basis.mark()), basis.instrument());
    }

    private static boolean isUnverified(Form.Mark mark) {
        return mark == Form.Mark.V2 || mark == Form.Mark.U;
    }

    private static FormBasis practice(Form form, Form.Field field, Words words) {
        var template = form.template();
        var section = field.section();
        return new FormBasis(
                section == null || template == null
                        ? words.say("basis.practice")
                        : words.say("basis.template", template.symbol(), section),
                false,
                null);
    }

    /** A choice with the article it stands for, and with what of it nobody has verified. */
    public static String label(Form form, Form.Choice choice, Language language) {
        var words = Words.of(FormBasis.class, language);
        var label = choice.label().in(language).text();
        if (choice.article() != null) {
            var wording = form.wording() == null ? null : form.wording().get(language.tag());
            var key = wording != null && wording.lacks(choice) ? "choice.uncompared" : "choice.article";
            return words.say(key, label, choice.article());
        }
        return choice.mark() == Form.Mark.U ? words.say("choice.unverified", label) : label;
    }
}
