package org.enlace.forms;

import org.enlace.Language;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a question rests on, as people read it. Only what was compared with the text of the Convention is said to be law; the rest says what it is: practice of
 * the template, our own reading, or not verified.
 *
 * @param unverified whether it names an article that nobody compared with the text
 */
public record FormBasis(String text, boolean unverified) {

    public static FormBasis of(Form form, Form.Field field, Language language) {
        return of(form, field.rests(), field.section(), language);
    }

    private static FormBasis of(Form form, Form.@Nullable Basis rests, @Nullable Integer section, Language language) {
        var words = Words.of(FormBasis.class, language);
        var article = rests == null ? null : rests.article();
        if (article != null && rests != null) {
            return switch (rests.mark()) {
                case V -> new FormBasis(words.say("basis.law", article), false);
                case V2 -> new FormBasis(words.say("basis.told", article), true);
                case D -> new FormBasis(words.say("basis.reading", article), false);
                case U -> new FormBasis(words.say("basis.unverified", article), true);
            };
        }
        var template = form.template();
        return section == null || template == null
                ? new FormBasis(words.say("basis.practice"), false)
                : new FormBasis(words.say("basis.template", template.symbol(), section), false);
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
