package org.enlace.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.enlace.StateCode;
import org.enlace.states.StateSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** With the real data. */
@SpringBootTest
class PartiesTests {

    @Autowired
    private Instruments instruments;

    @Autowired
    private StateSets sets;

    /** The totals that the Organization reported on that day, derived from dated acts. */
    @ParameterizedTest
    @CsvSource({"untoc,29", "untoc-trafficking,28", "untoc-migrants,26", "untoc-firearms,19"})
    void theActiveMembersOf2009(String instrument, long parties) {
        assertThat(standings(instrument, "2009-10-07").parties()).isEqualTo(parties);
        assertThat(standings(instrument, "2009-10-07").set().states()).hasSize(34);
    }

    @Test
    void paraguayAndCostaRicaAreBothBoundByTheConventionOnCybercrime() {
        var relation = relation("PRY", "CRI", "2026-03-14", "budapest");

        assertThat(relation.one().kind()).isEqualTo(Participation.Kind.PARTY_SEEN);
        assertThat(relation.other().kind()).isEqualTo(Participation.Kind.PARTY);
        assertThat(relation.bound()).isEqualTo(Bound.YES);
    }

    @Test
    void ecuadorWasSeenAsPartyTooLateToBeSure() {
        assertThat(relation("PRY", "ECU", "2026-03-14", "budapest").bound()).isEqualTo(Bound.NOT_ESTABLISHED);
        assertThat(relation("PRY", "ECU", "2026-05-01", "budapest").bound()).isEqualTo(Bound.YES);
    }

    @Test
    void aPairOutsideTheOrganizationStaysBoundByItsTreaties() {
        assertThat(relation("NIC", "CUB", "2026-03-14", "untoc").bound()).isEqualTo(Bound.YES);
    }

    @Test
    void everyDateDerivedFromAnEntryIntoForceLeadsBackToIt() {
        // Known entries into force: Argentina 1 Oct 2018, Colombia 1 Jul 2020, Costa Rica 1 Jan 2018, Peru 1 Dec 2019,
        // the United States 1 Jan 2007.
        assertThat(force("ARG")).isEqualTo("2018-10-01");
        assertThat(force("COL")).isEqualTo("2020-07-01");
        assertThat(force("CRI")).isEqualTo("2018-01-01");
        assertThat(force("PER")).isEqualTo("2019-12-01");
        assertThat(force("USA")).isEqualTo("2007-01-01");
    }

    private String force(String state) {
        var force = instruments
                .participation("budapest", new StateCode(state), LocalDate.parse("2026-03-14"))
                .force();
        return force == null ? "" : String.valueOf(force.latest());
    }

    private Standings standings(String instrument, String on) {
        var day = LocalDate.parse(on);
        return instruments.standings(instruments.require(instrument), sets.usual(day), day);
    }

    private Relation relation(String one, String other, String on, String instrument) {
        return instruments.between(new StateCode(one), new StateCode(other), LocalDate.parse(on)).stream()
                .filter(relation -> relation.instrument().id().equals(instrument))
                .findFirst()
                .orElseThrow();
    }
}
