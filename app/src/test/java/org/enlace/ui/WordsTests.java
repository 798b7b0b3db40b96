package org.enlace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.enlace.Language;
import org.junit.jupiter.api.Test;

/** Asunción and San José agree by when, though their clocks do not. */
class WordsTests {

    private static final ZoneId ASUNCION = ZoneId.of("America/Asuncion");
    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final Instant AT = Instant.parse("2026-03-15T01:52:00Z");

    private final Words words = Words.of("ui", Language.EN);

    @Test
    void sayAMomentWhereItIsAndOnTheReadersClock() {
        assertThat(words.momentIn(AT, ASUNCION, SAN_JOSE))
                .startsWith(words.moment(AT, ASUNCION) + " Asunción · ")
                .endsWith(" · 19:52 Costa Rica (your time)");
        assertThat(Words.of("ui", Language.ES).momentIn(AT, ASUNCION, SAN_JOSE)).endsWith(" (su hora)");
    }

    @Test
    void nameForBrowsersTheCitiesThatAreNotCalledAsTheirZones() {
        assertThat(Words.of("ui", Language.ES).cities())
                .containsEntry("America/Asuncion", "Asunción")
                .containsEntry("America/Mexico_City", "Ciudad de México")
                .doesNotContainKey("America/Lima")
                .hasSizeLessThan(400);
    }

    @Test
    void sayTheDayTooWhereItIsAnother() {
        assertThat(words.momentIn(Instant.parse("2026-03-15T04:30:00Z"), ASUNCION, SAN_JOSE))
                .contains("15", "01:30", "14", "22:30");
    }

    @Test
    void sayItOnceWhereBothClocksAgree() {
        assertThat(words.momentIn(AT, SAN_JOSE, ZoneId.of("America/Guatemala")))
                .isEqualTo(words.momentIn(AT, SAN_JOSE))
                .doesNotContain("your time");
        assertThat(words.momentIn(AT, ZoneOffset.UTC)).endsWith(" UTC");
    }

    @Test
    void letADayLastUntilItsLastMinuteWhereTheDutyLies() {
        assertThat(words.endIn(LocalDate.of(2026, 3, 17), SAN_JOSE, ASUNCION))
                .contains("17", "23:59 Costa Rica", "18", "02:59 Asunción (your time)");
    }
}
