package org.enlace.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.directory.Authority;
import org.enlace.directory.Designations;
import org.enlace.directory.Function;
import org.enlace.states.States;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Instruments;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** With the real data. */
@SpringBootTest
class ChannelsTests {

    private static final LocalDate THAT_NIGHT = LocalDate.parse("2026-03-14");

    @Autowired
    private Channels channels;

    @Autowired
    private ChannelRules rules;

    @Autowired
    private Instruments instruments;

    @Autowired
    private States states;

    @Autowired
    private Designations designations;

    @Nested
    class ParaguayAsksCostaRica {

        private final Advice advice = resolve("PRY", "CRI", THAT_NIGHT);

        @Test
        void firstUnderTheConventionOnCybercrime() {
            assertThat(advice.verdict()).isEqualTo(Advice.Verdict.DIRECT);
            assertThat(advice.serving())
                    .extracting(channel -> channel.instrument().id())
                    .containsExactly("budapest", "untoc", "oas-a55");
            assertThat(advice.serving().getFirst().rule().articles()).containsExactly("29", "30", "35");
        }

        @Test
        void nobodyIsDesignatedAndLikelyInstitutionsAreOnlyAHint() {
            var addressees = advice.serving().getFirst().addressees();

            assertThat(addressees.designated()).isEmpty();
            assertThat(addressees.likely())
                    .extracting(Authority::id)
                    .containsExactly("cri-fiscalia-fraudes-cibercrimen", "cri-oij-cibercrimen", "cri-oatri", "cri-pgr");
            assertThat(explain(advice).gaps(advice.serving().getFirst()))
                    .containsExactly("No designation is recorded in our data under this instrument for this day.");
        }

        @Test
        void theAuthorityOfAnotherConventionDoesNotStandIn() {
            // Costa Rica's Procuraduría is recorded under the Mérida convention only.
            assertThat(designations.designatedOn("cri-pgr", "uncac", Function.MLA, THAT_NIGHT))
                    .isTrue();
            assertThat(designations.designatedOn("cri-pgr", "budapest", Function.MLA, THAT_NIGHT))
                    .isFalse();
            assertThat(designations.designatedOn("cri-pgr", "untoc", Function.MLA, THAT_NIGHT))
                    .isFalse();
        }

        @Test
        void theTreatyOfMedellinDoesNotServeAndSaysWhy() {
            var medellin = notServing(advice, "medellin-2019");

            assertThat(medellin.missing()).containsExactly(new StateCode("CRI"));
            assertThat(explain(advice).reason(medellin))
                    .isEqualTo("Our data do not show that it binds on this day: Costa Rica.");
        }

        @Test
        void whatIsNotInForceDoesNotServe() {
            assertThat(notServing(advice, "un-cybercrime").reason()).isEqualTo(Channel.Reason.INSTRUMENT_NOT_IN_FORCE);
            assertThat(notServing(advice, "budapest-p2").reason()).isEqualTo(Channel.Reason.OTHER_PURPOSE);
        }

        @Test
        void everyInstrumentIsEitherOfferedOrExplained() {
            assertThat(advice.serving().size() + advice.notServing().size())
                    .isEqualTo(instruments.all().size());
        }
    }

    @Nested
    class WhereSomebodyIsDesignated {

        @Test
        void the24HourPointComesBeforeTheCentralAuthority() {
            var advice = resolve("CHL", "ECU", LocalDate.parse("2026-06-01"));
            var addressees = advice.serving().getFirst().addressees();

            assertThat(advice.serving().getFirst().instrument().id()).isEqualTo("budapest");
            assertThat(addressees.designated())
                    .extracting(addressee -> addressee.authority().id() + " " + addressee.functions())
                    .containsExactly("ecu-fge [CONTACT_24_7, MLA]");
            assertThat(addressees.sourcesDiffer()).isFalse();
        }

        @Test
        void onlyForMutualAssistanceItSaysThatThe24HourPointIsMissing() {
            var advice = resolve("ARG", "CHL", THAT_NIGHT);
            var best = advice.serving().getFirst();

            assertThat(best.addressees().designated())
                    .extracting(addressee -> addressee.authority().id())
                    .containsExactly("chl-fiscalia-ucie");
            assertThat(explain(advice).gaps(best)).anyMatch(gap -> gap.startsWith("No 24/7 point"));
        }

        @Test
        void forAnotherMeasureItIsTheAuthorityForAssistanceThatIsMissing() {
            var advice =
                    channels.resolve(new StateCode("CRI"), new StateCode("ARG"), Measure.SUBSCRIBER_DATA, THAT_NIGHT);
            var best = advice.serving().getFirst();

            assertThat(best.addressees().designated())
                    .extracting(addressee -> addressee.authority().id())
                    .contains("arg-unidad-24-7");
            assertThat(explain(advice).gaps(best))
                    .as("the 24/7 point is there")
                    .noneMatch(gap -> gap.startsWith("No 24/7 point"));
        }

        @Test
        void beforeItsSourceWasWrittenNothingIsRecorded() {
            var best = resolve("ARG", "BRA", LocalDate.parse("2023-08-01"))
                    .serving()
                    .getFirst();

            assertThat(best.instrument().id()).isEqualTo("budapest");
            assertThat(best.addressees().designated()).isEmpty();
            assertThat(best.addressees().recordedLater()).hasToString("Optional[2023-09-06]");
        }

        @Test
        void sourcesThatDifferAreAllShown() {
            var palermo = serving(resolve("PRY", "HND", THAT_NIGHT), "untoc");

            assertThat(palermo.addressees().sourcesDiffer()).isTrue();
            assertThat(palermo.addressees().designated())
                    .extracting(addressee -> addressee.authority().id())
                    .containsExactly("hnd-mp", "hnd-interior");
        }
    }

    @Test
    void aReservationThatMattersIsShownWithWhatItMeans() {
        var advice = resolve("CRI", "ARG", THAT_NIGHT);
        var best = advice.serving().getFirst();

        assertThat(best.declarations()).hasSize(1);
        assertThat(explain(advice).consequence(best, best.declarations().getFirst()))
                .get()
                .asString()
                .contains("29(4)");
        assertThat(resolve("CRI", "CHL", THAT_NIGHT).serving().getFirst().declarations())
                .as("declarations on other articles stay out")
                .isEmpty();
    }

    @Test
    void aPairThatOnlyThePalermoConventionBindsNeedsAScopeStatement() {
        var advice = resolve("HTI", "JAM", THAT_NIGHT);

        assertThat(advice.verdict()).isEqualTo(Advice.Verdict.CONDITIONAL);
        assertThat(explain(advice).reason(advice.serving().getFirst())).contains("scope statement");
    }

    @Test
    void aPairWithoutInstrumentIsToldSo() {
        var advice = resolve("ATG", "BLZ", LocalDate.parse("2001-01-01"));

        assertThat(advice.verdict()).isEqualTo(Advice.Verdict.NONE);
        assertThat(advice.serving()).isEmpty();
        assertThat(explain(advice).verdict())
                .startsWith("No instrument in our data is shown to bind Antigua and Barbuda and Belize");
    }

    @Test
    void withinTheMonthsBeforeEntryIntoForceItDoesNotServeYet() {
        // Costa Rica deposited in September 2017 (day unknown): bound from 1 January 2018.
        assertThat(serves(resolve("ARG", "CRI", LocalDate.parse("2018-09-30")), "budapest"))
                .isFalse();
        assertThat(serves(resolve("ARG", "CRI", LocalDate.parse("2018-10-01")), "budapest"))
                .isTrue();
        assertThat(serves(resolve("USA", "CRI", LocalDate.parse("2017-12-31")), "budapest"))
                .isFalse();
        assertThat(serves(resolve("USA", "CRI", LocalDate.parse("2018-01-01")), "budapest"))
                .isTrue();
    }

    @Test
    void refusesTheSameStateTwiceAndUnknownStates() {
        assertThatThrownBy(() -> resolve("CRI", "CRI", THAT_NIGHT))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(ResolverRefusal.SAME_STATE));
        assertThatThrownBy(() -> resolve("CRI", "ESP", THAT_NIGHT))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(ResolverRefusal.UNKNOWN_STATE));
    }

    @Test
    void everyInstrumentHasARuleWithWordsInFourLanguages() {
        assertThat(rules.of(Measure.PRESERVATION).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        instruments.all().stream().map(Instrument::id).toList());
        for (var language : Language.values()) {
            var words = org.enlace.ui.Words.of("resolver", language);
            assertThat(rules.all())
                    .allSatisfy(rule ->
                            assertThat(words.find("channel." + rule.reason())).isPresent());
        }
    }

    @Test
    void isRightInFormForAnyTwoStates() {
        var codes = new ArrayList<>(states.codes());
        assertThat(codes).hasSize(35);
        for (var from : codes) {
            for (var to : codes) {
                if (!from.equals(to)) {
                    check(channels.resolve(from, to, Measure.PRESERVATION, THAT_NIGHT));
                }
            }
        }
    }

    private void check(Advice advice) {
        var pair = advice.from().code() + " to " + advice.to().code();
        assertThat(advice.serving()).as(pair).allSatisfy(channel -> {
            assertThat(channel.relation().bound()).isEqualTo(Bound.YES);
            assertThat(channel.addressees().designated()).allSatisfy(addressee -> {
                assertThat(addressee.authority().state()).isEqualTo(advice.to().code());
                assertThat(designations.designatedOn(
                                addressee.authority().id(),
                                channel.instrument().id(),
                                addressee.function(),
                                advice.on()))
                        .isTrue();
            });
        });
        for (var language : List.of(Language.EN, Language.PT)) {
            var explanation = new Explanation(advice, language);
            assertThat(explanation.verdict()).as(pair).doesNotContain("verdict.", "{");
            assertThat(advice.notServing())
                    .as(pair)
                    .allSatisfy(channel -> assertThat(explanation.reason(channel))
                            .isNotBlank()
                            .doesNotStartWith("reason.")
                            .doesNotStartWith("channel."));
        }
        assertThat(advice.serving().size() + advice.notServing().size())
                .as(pair)
                .isEqualTo(21);
    }

    private Advice resolve(String from, String to, LocalDate on) {
        return channels.resolve(new StateCode(from), new StateCode(to), Measure.PRESERVATION, on);
    }

    private static Explanation explain(Advice advice) {
        return new Explanation(advice, Language.EN);
    }

    private static Channel serving(Advice advice, String instrument) {
        return find(advice.serving(), instrument);
    }

    private static Channel notServing(Advice advice, String instrument) {
        return find(advice.notServing(), instrument);
    }

    private static Channel find(List<Channel> channels, String instrument) {
        return channels.stream()
                .filter(channel -> channel.instrument().id().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private static boolean serves(Advice advice, String instrument) {
        return advice.serving().stream()
                .anyMatch(channel -> channel.instrument().id().equals(instrument));
    }
}
