package org.enlace.mandates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.enlace.StateCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a mandate is on a day follows from its facts. */
class MandateTests {

    private static final Instant APPROVED = Instant.parse("2026-01-10T12:00:00Z");

    @Test
    void beginsAndEndsOnItsDays() {
        var mandate = mandate("2026-02-01", "2026-05-31", null, null, null);
        assertThat(mandate.status(day("2026-01-31"))).isEqualTo(Status.VERIFIED);
        assertThat(mandate.status(day("2026-02-01"))).isEqualTo(Status.ACTIVE);
        assertThat(mandate.status(day("2026-05-31"))).isEqualTo(Status.ACTIVE);
        assertThat(mandate.status(day("2026-06-01"))).isEqualTo(Status.ENDED);
        assertThat(mandate.holdsOn(day("2026-05-31"))).isTrue();
        assertThat(mandate.holdsOn(day("2026-06-01"))).isFalse();
    }

    @Test
    void isUnconfirmedAfterHalfAYearWithoutAWord() {
        var mandate = mandate("2026-02-01", null, null, null, null);
        assertThat(mandate.status(day("2026-07-10"))).isEqualTo(Status.ACTIVE);
        assertThat(mandate.status(day("2026-07-11"))).isEqualTo(Status.UNCONFIRMED);
        var confirmed = mandate("2026-02-01", null, null, null, Instant.parse("2026-07-11T08:00:00Z"));
        assertThat(confirmed.status(day("2027-01-11"))).isEqualTo(Status.ACTIVE);
    }

    @Test
    void isSuspendedOnTheDaysSaidAndStillHeldThen() {
        var mandate = mandate("2026-02-01", null, "2026-03-01", "2026-03-31", null);
        assertThat(mandate.status(day("2026-02-28"))).isEqualTo(Status.ACTIVE);
        assertThat(mandate.status(day("2026-03-31"))).isEqualTo(Status.SUSPENDED);
        assertThat(mandate.status(day("2026-04-01"))).isEqualTo(Status.ACTIVE);
        assertThat(mandate.holdsOn(day("2026-03-15"))).isTrue();
    }

    @Test
    void isTheSameReadBackFromItsChange() {
        var mandate = mandate("2026-02-01", "2026-05-31", "2026-03-01", null, null);
        assertThat(MandateValue.read(
                        mandate.id(), mandate.state(), MandateValue.of(mandate), mandate.evidence(), APPROVED))
                .isEqualTo(mandate);
    }

    private static Mandate mandate(
            String since,
            @Nullable String until,
            @Nullable String suspendedSince,
            @Nullable String suspendedUntil,
            @Nullable Instant confirmed) {
        return new Mandate(
                new UUID(0, 1),
                new StateCode("PRY"),
                "pry-sample-24-7",
                Network.CONTACT_24_7,
                "Oficial de guardia",
                "Jefatura",
                new Mandate.Term(day(since), optional(until), optional(suspendedSince), optional(suspendedUntil)),
                new Mandate.Reach("guardia@fiscalia.example", "+595 21 555 0142", List.of("es", "gn")),
                Visibility.MEMBERS,
                "Nota 1/2026",
                APPROVED,
                confirmed);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static @Nullable LocalDate optional(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
