package org.enlace.states;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.enlace.Language;
import org.enlace.StateCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** With the real data. */
@SpringBootTest
class StatesTests {

    @Autowired
    private States states;

    @Test
    void nicaraguaIsNoMemberSinceItsWithdrawalTookEffect() {
        assertThat(standing("NIC", "2023-11-18")).isEqualTo("TAKING_PART");
        assertThat(standing("NIC", "2023-11-19")).isEqualTo("none");
    }

    @Test
    void cubaIsAMemberThatDoesNotTakePart() {
        assertThat(standing("CUB", "2026-03-14")).isEqualTo("NOT_TAKING_PART");
    }

    @Test
    void hondurasWasSuspendedAndStillCounted() {
        assertThat(standing("HND", "2009-10-07")).isEqualTo("SUSPENDED");
        assertThat(standing("HND", "2011-06-01")).isEqualTo("TAKING_PART");
        assertThat(new StateSets(states).usual(LocalDate.parse("2009-10-07")).states())
                .hasSize(34)
                .contains(new StateCode("HND"))
                .doesNotContain(new StateCode("CUB"));
    }

    @Test
    void theStandingOfVenezuelaIsInDispute() {
        assertThat(standing("VEN", "2022-12-31")).isEqualTo("TAKING_PART");
        assertThat(standing("VEN", "2023-01-31")).isEqualTo("DISPUTED");
    }

    @Test
    void everyStateHasFourNamesAndOneStandingADay() {
        for (var state : states.all(Language.EN)) {
            assertThat(state.names().texts()).as(state.code().iso3()).containsOnlyKeys(Language.values());
            for (var day : new String[] {"1995-01-01", "2009-10-07", "2023-11-19", "2026-03-14"}) {
                var on = LocalDate.parse(day);
                assertThat(state.memberships())
                        .as(state.code() + " on " + day)
                        .filteredOn(membership -> membership.span().covers(on))
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void areListedInTheOrderOfTheReadersLanguage() {
        assertThat(states.all(Language.FR))
                .extracting(state -> state.name(Language.FR))
                .containsSubsequence("Dominique", "El Salvador", "Équateur", "États-Unis", "Grenade");
    }

    private String standing(String code, String on) {
        return states.require(new StateCode(code))
                .membership(LocalDate.parse(on))
                .map(membership -> membership.standing().name())
                .orElse("none");
    }
}
