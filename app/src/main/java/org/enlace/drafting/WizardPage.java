package org.enlace.drafting;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.forms.Form;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * One step of writing a request: a group of questions, the attachments, or the check before sending. Drawn empty; what was typed is opened and put in by the
 * browser. The title names nothing of the draft, because titles stay in histories.
 *
 * @param draft the id of the draft, which will be the request's
 * @param step the id of a group, {@link #ATTACHMENTS} or {@link #CHECK}
 * @param secondHand on the check: whether a colleague must send it, because the reader wrote in it last
 * @param example invented answers to fill it with, on the first step of an installation that has some
 */
record WizardPage(
        UUID draft, Form form, String step, @Nullable Example example, boolean secondHand) implements Page {

    static final String ATTACHMENTS = "attachments";
    static final String CHECK = "check";

    static Optional<WizardPage> of(UUID draft, Form form, String step, @Nullable Example example, boolean secondHand) {
        var first = form.groups().getFirst().id().equals(step);
        return steps(form).anyMatch(step::equals)
                ? Optional.of(new WizardPage(draft, form, step, first ? example : null, secondHand))
                : Optional.empty();
    }

    @Override
    public String title(Words words) {
        return stepTitle(step, words);
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    List<String> steps() {
        return steps(form).toList();
    }

    String stepTitle(String id, Words words) {
        return form.group(id)
                .map(group -> group.title().in(words.language()).text())
                .orElseGet(() -> words.say("wizard.step." + id));
    }

    String formTitle(Words words) {
        return form.title().in(words.language()).text();
    }

    Optional<Form.Group> group() {
        return form.group(step);
    }

    String path(String id) {
        return "/drafts/" + draft + '/' + id;
    }

    Optional<String> before() {
        var at = steps().indexOf(step);
        return at == 0 ? Optional.empty() : Optional.of(path(steps().get(at - 1)));
    }

    Optional<String> after() {
        var at = steps().indexOf(step);
        return at == steps().size() - 1 ? Optional.empty() : Optional.of(path(steps().get(at + 1)));
    }

    private static Stream<String> steps(Form form) {
        return Stream.concat(form.groups().stream().map(Form.Group::id), Stream.of(ATTACHMENTS, CHECK));
    }
}
