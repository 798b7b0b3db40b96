package org.enlace.exchange;

import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a question rests on, as people read it. Only what was compared with the text of the Convention is said to be law; the rest says what it is: practice of
 * the template, our own reading, or not verified.
 *
 * @param unverified whether it names an article that nobody compared with the text
 */
record FormBasis(String text, boolean unverified) {

    static FormBasis of(Form form, Form.Field field, Words words) {
        return of(form, field.rests(), field.section(), words);
    }

    static FormBasis of(Form form, Form.@Nullable Basis rests, @Nullable Integer section, Words words) {
        var article = rests == null ? null : rests.article();
        if (article != null && rests != null) {
            return switch (rests.mark()) {
                case V -> new FormBasis(words.say("form.basis.law", article), false);
                case V2 -> new FormBasis(words.say("form.basis.told", article), true);
                case D -> new FormBasis(words.say("form.basis.reading", article), false);
                case U -> new FormBasis(words.say("form.basis.unverified", article), true);
            };
        }
        var template = form.template();
        return section == null || template == null
                ? new FormBasis(words.say("form.basis.practice"), false)
                : new FormBasis(words.say("form.basis.template", template.symbol(), section), false);
    }

    /** A choice with the article it stands for, and with what of it nobody has verified. */
    static String label(Form.Choice choice, Words words) {
        var label = choice.label().in(words.language()).text();
        if (choice.article() != null) {
            return words.say("form.choice.article", label, choice.article());
        }
        return choice.mark() == Form.Mark.U ? words.say("form.choice.unverified", label) : label;
    }
}
