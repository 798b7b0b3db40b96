package org.enlace.mandates;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A mandate as somebody types it. */
record MandateForm(
        @NotBlank(message = "mandate.name.missing") @Size(max = 200, message = "field.long")
        String name,

        @NotBlank(message = "mandate.role.missing") @Size(max = 200, message = "field.long")
        String role,

        @NotBlank(message = "mandate.network.missing") String network,
        String authority,
        String since,
        String until,
        String suspendedSince,
        String suspendedUntil,

        @Pattern(regexp = "([^@\\s<>\",;]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,})?", message = "mandate.email.wrong")
        @Size(max = 200, message = "field.long")
        String email,

        @Pattern(regexp = "(\\+?[0-9][0-9 ()./-]{4,40})?", message = "mandate.telephone.wrong")
        String telephone,

        @Size(max = 100, message = "field.long") String languages,
        @NotBlank(message = "mandate.visibility.missing") String visibility) {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    MandateForm {
        name = text(name);
        role = text(role);
        network = text(network);
        authority = text(authority);
        since = text(since);
        until = text(until);
        suspendedSince = text(suspendedSince);
        suspendedUntil = text(suspendedUntil);
        email = text(email);
        telephone = text(telephone);
        languages = text(languages);
        visibility = text(visibility);
    }

    /** The careful choice stands first: who sees a person is widened on purpose only. */
    static MandateForm empty(LocalDate today) {
        return new MandateForm("", "", "", "", today.toString(), "", "", "", "", "", "", Visibility.SECRETARIAT.name());
    }

    static MandateForm of(Mandate mandate) {
        var term = mandate.term();
        return new MandateForm(
                mandate.name(),
                mandate.role(),
                mandate.network().name(),
                mandate.authority() == null ? "" : mandate.authority(),
                term.since().toString(),
                said(term.until()),
                said(term.suspendedSince()),
                said(term.suspendedUntil()),
                mandate.reach().email(),
                mandate.reach().telephone(),
                String.join(", ", mandate.reach().languages()),
                mandate.visibility().name());
    }

    /** @param ofState the ids of the state's authorities */
    void check(Set<String> ofState, Errors problems) {
        rejectUnless(isOneOf(Network.values(), network), "network", "mandate.network.missing", problems);
        rejectUnless(isOneOf(Visibility.values(), visibility), "visibility", "mandate.visibility.missing", problems);
        rejectUnless(
                authority.isEmpty() || ofState.contains(authority), "authority", "mandate.authority.wrong", problems);
        rejectUnless(tags().stream().allMatch(LANGUAGES::contains), "languages", "mandate.languages.wrong", problems);
        rejectUnless(day(since).isPresent(), "since", "mandate.day.wrong", problems);
        checkEnd(since, until, "until", problems);
        checkEnd(suspendedSince, suspendedUntil, "suspendedUntil", problems);
        rejectUnless(
                suspendedSince.isEmpty() || day(suspendedSince).isPresent(),
                "suspendedSince",
                "mandate.day.wrong",
                problems);
    }

    /** Once {@link #check} found nothing. */
    Mandate read(UUID id, StateCode state) {
        return new Mandate(
                id,
                state,
                authority.isEmpty() ? null : authority,
                Network.valueOf(network),
                name,
                role,
                new Mandate.Term(
                        LocalDate.parse(since),
                        day(until).orElse(null),
                        day(suspendedSince).orElse(null),
                        day(suspendedUntil).orElse(null)),
                new Mandate.Reach(email, telephone, tags()),
                Visibility.valueOf(visibility),
                "",
                Instant.EPOCH,
                null);
    }

    private static void checkEnd(String first, String last, String field, Errors problems) {
        if (!last.isEmpty()) {
            var fits = day(last)
                    .filter(end ->
                            day(first).filter(begin -> !end.isBefore(begin)).isPresent())
                    .isPresent();
            rejectUnless(fits, field, "mandate.end.wrong", problems);
        }
    }

    private static void rejectUnless(boolean fits, String field, String key, Errors problems) {
        if (!fits && !problems.hasFieldErrors(field)) {
            problems.rejectValue(field, field, key);
        }
    }

    private List<String> tags() {
        return Arrays.stream(languages.split("[\\s,;]+"))
                .filter(tag -> !tag.isEmpty())
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static boolean isOneOf(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(value -> value.name().equals(name));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String said(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
