package org.enlace.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.enlace.Language;
import org.enlace.ui.Words;
import org.junit.jupiter.api.Test;

class FactDateTests {

    @Test
    void aMonthStaysAMonthAndCountsFromItsLastDay() {
        var june = date("2018-06");

        assertThat(june).hasToString("2018-06");
        assertThat(june.first()).isEqualTo("2018-06-01");
        assertThat(june.last()).isEqualTo("2018-06-30");
        assertThat(june.countsOn(LocalDate.parse("2018-06-29"))).isFalse();
        assertThat(june.countsOn(LocalDate.parse("2018-06-30"))).isTrue();
        assertThat(june.isExact()).isFalse();
    }

    @Test
    void aYearCountsFromItsLastDay() {
        assertThat(date("2024").last()).isEqualTo("2024-12-31");
        assertThat(date("2024-02").last()).isEqualTo("2024-02-29");
    }

    @Test
    void isWrittenAsExactAsItIs() {
        var spanish = Words.of("states", Language.ES);

        assertThat(date("2017-09").in(spanish)).isEqualTo("septiembre de 2017");
        assertThat(date("2017").in(spanish)).isEqualTo("2017");
    }

    @Test
    void refusesWhatIsNoDate() {
        for (var text :
                new String[] {"", "2018-13", "2018-02-30", "2018-6", "18-06-01", "2018-06-30T00:00", "June 2018"}) {
            assertThat(FactDate.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void aSpanEndsOnTheDayItsEndCounts() {
        var span = new Span(date("2009-07-05"), date("2011-06"));

        assertThat(span.covers(LocalDate.parse("2009-07-04"))).isFalse();
        assertThat(span.covers(LocalDate.parse("2009-07-05"))).isTrue();
        assertThat(span.covers(LocalDate.parse("2011-06-29"))).isTrue();
        assertThat(span.covers(LocalDate.parse("2011-06-30"))).isFalse();
    }

    private static FactDate date(String text) {
        return FactDate.parse(text).orElseThrow();
    }
}
