package org.enlace.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.enlace.changes.Change;
import org.enlace.states.FactDate;
import org.enlace.states.Span;
import org.springframework.validation.Errors;
import tools.jackson.databind.JsonNode;

/** What an authority is designated for, as somebody types it. Dates may be known to the month or the year. */
record DesignationForm(
        @NotBlank(message = "named.instrument.missing") String instrument,
        @NotBlank(message = "named.function.missing") String function,
        @Size(max = 40, message = "field.long") String article,
        @Size(max = 100, message = "field.long") String languages,

        @Pattern(regexp = DATE, message = "named.date.wrong")
        String since,

        @Pattern(regexp = DATE, message = "named.date.wrong")
        String until) {

    private static final String DATE = "(\\d{4}(-\\d{2}(-\\d{2})?)?)?";

    DesignationForm {
        instrument = Typed.text(instrument);
        function = Typed.text(function);
        article = Typed.text(article);
        languages = Typed.text(languages);
        since = Typed.text(since);
        until = Typed.text(until);
    }

    static DesignationForm empty() {
        return new DesignationForm("", "", "", "", "", "");
    }

    /** To correct what is there. */
    static DesignationForm of(Designation designation) {
        return new DesignationForm(
                designation.instrument(),
                designation.function().name(),
                designation.article(),
                String.join(", ", designation.languages()),
                designation.span().since() == null
                        ? ""
                        : designation.span().since().toString(),
                designation.span().until() == null
                        ? ""
                        : designation.span().until().toString());
    }

    void check(Errors problems) {
        if (!Typed.areLanguages(languages)) {
            problems.rejectValue("languages", "languages", "entry.languages.wrong");
        }
        var from = FactDate.parse(since);
        var to = FactDate.parse(until);
        if (!since.isEmpty() && from.isEmpty()) {
            problems.rejectValue("since", "since", "named.date.wrong");
        }
        if (!until.isEmpty() && to.isEmpty()) {
            problems.rejectValue("until", "until", "named.date.wrong");
        }
        if (from.isPresent()
                && to.isPresent()
                && to.get().last().isBefore(from.get().last())) {
            problems.rejectValue("until", "until", "named.until.early");
        }
    }

    /**
     * Once {@link #check} found nothing.
     *
     * @param on the day on which it is proposed
     */
    JsonNode value(Change.Way way, LocalDate on) {
        return DesignationMatter.value(
                article,
                Typed.languages(languages),
                new Span(
                        FactDate.parse(since).orElse(null),
                        FactDate.parse(until).orElse(null)),
                way == Change.Way.PUBLIC_SOURCE
                        ? Designation.Evidence.PRESS_OR_COPY
                        : Designation.Evidence.OWN_STATEMENT,
                FactDate.of(on));
    }
}
