package org.enlace.requirements;

import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.forms.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A rule as somebody types it. */
record RuleForm(
        String field,
        String need,
        String since,
        @Size(max = 100, message = "field.long") String languages,
        String paper,
        @Size(max = 500, message = "field.long") String en,
        @Size(max = 500, message = "field.long") String es,
        @Size(max = 500, message = "field.long") String fr,
        @Size(max = 500, message = "field.long") String pt) {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    RuleForm {
        field = text(field);
        need = text(need);
        since = text(since);
        languages = text(languages);
        paper = text(paper);
        en = text(en);
        es = text(es);
        fr = text(fr);
        pt = text(pt);
    }

    static RuleForm empty(String field, LocalDate today) {
        return new RuleForm(field, "", today.toString(), "", "", "", "", "", "");
    }

    static RuleForm of(Rule rule) {
        var need = rule.need();
        return new RuleForm(
                rule.field(),
                need == null ? "" : need.code(),
                rule.since().toString(),
                String.join(", ", rule.languages()),
                rule.paper() == null ? "" : rule.paper().code(),
                RuleRows.text(rule.note(), Language.EN),
                RuleRows.text(rule.note(), Language.ES),
                RuleRows.text(rule.note(), Language.FR),
                RuleRows.text(rule.note(), Language.PT));
    }

    /** @param form whose fields it may be about */
    void check(Form form, Errors problems) {
        reject(
                !field.isEmpty() && askable(form).noneMatch(each -> each.id().equals(field)),
                "field",
                "rule.field.wrong",
                problems);
        reject(!field.isEmpty() && Rule.Need.of(need).isEmpty(), "need", "rule.need.missing", problems);
        var seen = askable(form).filter(each -> each.id().equals(field)).anyMatch(each -> each.coded() != null);
        reject(seen && need.equals(Rule.Need.NOT_ACCEPTED.code()), "need", "rule.need.coded", problems);
        var less = askable(form).filter(each -> each.id().equals(field)).anyMatch(RuleForm::isOfTreaty)
                && !need.equals(Rule.Need.BLOCKING.code());
        reject(less, "need", "rule.need.treaty", problems);
        reject(!tags().stream().allMatch(LANGUAGES::contains), "languages", "rule.languages.wrong", problems);
        reject(
                field.isEmpty()
                        && tags().isEmpty()
                        && paper.isEmpty()
                        && en.isEmpty()
                        && es.isEmpty()
                        && fr.isEmpty()
                        && pt.isEmpty(),
                "languages",
                "rule.nothing",
                problems);
        reject(!paper.isEmpty() && Rule.Paper.of(paper).isEmpty(), "paper", "rule.paper.wrong", problems);
        reject(!isDay(since), "since", "rule.since.wrong", problems);
    }

    /** Once {@link #check} found nothing. */
    Rule read(StateCode state, Form form) {
        return new Rule(
                state,
                form.form(),
                field,
                field.isEmpty() ? null : Rule.Need.of(need).orElseThrow(),
                field.isEmpty() ? tags() : List.of(),
                field.isEmpty() ? Rule.Paper.of(paper).orElse(null) : null,
                RuleRows.note(en, es, fr, pt),
                LocalDate.parse(since),
                "");
    }

    /** What people answer: what is derived cannot be asked of them. */
    static Stream<Form.Field> askable(Form form) {
        return form.groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(each -> each.type() != Form.Type.DERIVED);
    }

    /**
     * Whether a treaty itself, compared with its text, wants this in a request, be it under one instrument only: a rule holds under every one. A state may ask for more
     * than that, and not for less.
     */
    private static boolean isOfTreaty(Form.Field field) {
        return Stream.concat(Stream.of(field.need()), field.demands().stream().map(Form.Demand::need))
                        .anyMatch(Form.Need.BLOCKING::equals)
                && field.rests().stream().anyMatch(basis -> basis.article() != null && basis.mark() == Form.Mark.V);
    }

    private List<String> tags() {
        return Arrays.stream(languages.split("[\\s,;]+"))
                .filter(tag -> !tag.isEmpty())
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static void reject(boolean wrong, String field, String key, Errors problems) {
        if (wrong && !problems.hasFieldErrors(field)) {
            problems.rejectValue(field, field, key);
        }
    }

    private static boolean isDay(String typed) {
        try {
            LocalDate.parse(typed);
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
