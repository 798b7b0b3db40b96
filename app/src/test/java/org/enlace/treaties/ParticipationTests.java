package org.enlace.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.enlace.Language;
import org.enlace.Multilingual;
import org.enlace.StateCode;
import org.enlace.states.FactDate;
import org.enlace.treaties.Instrument.InForce;
import org.enlace.treaties.Participation.Kind;
import org.enlace.treaties.TreatyAction.Act;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ParticipationTests {

    private static final StateCode CRI = new StateCode("CRI");

    @Nested
    class UnderTheConventionOnCybercrime {

        private final Instrument budapest = instrument(ForceRule.FIRST_OF_MONTH_AFTER_3_MONTHS, "2004-07-01");

        @Test
        void entersIntoForceOnTheFirstOfTheMonthAfterThreeMonths() {
            // Chile deposited on 20 April 2017; both sources of the deposit lead to 1 August 2017.
            assertThat(of(budapest, "2017-07-31", act(Act.ACCESSION, "2017-04-20"))
                            .bound())
                    .isEqualTo(Bound.NO);
            assertThat(of(budapest, "2017-08-01", act(Act.ACCESSION, "2017-04-20"))
                            .bound())
                    .isEqualTo(Bound.YES);
            // Brazil on the last day of a month: three months end on a day that February does not have.
            assertThat(force(of(budapest, "2026-03-14", act(Act.ACCESSION, "2022-11-30"))))
                    .isEqualTo("DAY 2023-03-01");
        }

        @Test
        void aMonthIsEnoughForTheExactDay() {
            var costaRica = act(Act.ACCESSION, "2017-09");

            assertThat(force(of(budapest, "2026-03-14", costaRica))).isEqualTo("DAY 2018-01-01");
            assertThat(of(budapest, "2017-12-31", costaRica).bound()).isEqualTo(Bound.NO);
        }

        @Test
        void isPartyFromTheLastDayOfTheMonthOnAndBoundLater() {
            var costaRica = act(Act.ACCESSION, "2017-09");

            assertThat(of(budapest, "2017-09-29", costaRica).kind()).isEqualTo(Kind.NOT_YET);
            var onTheLastDay = of(budapest, "2017-09-30", costaRica);
            assertThat(onTheLastDay.kind()).isEqualTo(Kind.PARTY);
            assertThat(onTheLastDay.bound()).isEqualTo(Bound.NO);
        }

        @Test
        void whoWasSeenAsPartyIsBoundByTheLatestDayThatFollows() {
            var paraguay = seen(Observation.Position.PARTY, "2019-02-13");

            assertThat(of(budapest, "2019-02-12", paraguay).kind()).isEqualTo(Kind.SEEN_LATER);
            assertThat(of(budapest, "2019-02-12", paraguay).bound()).isEqualTo(Bound.NOT_ESTABLISHED);
            assertThat(of(budapest, "2019-02-13", paraguay).kind()).isEqualTo(Kind.PARTY_SEEN);
            assertThat(of(budapest, "2019-05-31", paraguay).bound()).isEqualTo(Bound.NOT_ESTABLISHED);
            assertThat(of(budapest, "2019-06-01", paraguay).bound()).isEqualTo(Bound.YES);
            assertThat(force(of(budapest, "2026-03-14", paraguay))).isEqualTo("LATEST_DAY 2019-06-01");
        }

        @Test
        void isSaidInTheReadersLanguage() {
            var paraguay = of(budapest, "2026-03-14", seen(Observation.Position.PARTY, "2019-02-13"));
            var costaRica = of(budapest, "2026-03-14", act(Act.ACCESSION, "2017-09"));

            assertThat(Sentences.both(paraguay, Language.EN))
                    .isEqualTo(
                            "Party, seen on 13 Feb 2019; date of deposit not recorded. In force by 1 Jun 2019 at the latest.");
            assertThat(Sentences.both(costaRica, Language.ES))
                    .isEqualTo("Parte (adhesión, septiembre de 2017). En vigor desde el 1 ene 2018.");
        }
    }

    @Nested
    class UnderTheThirtyDayRule {

        private final Instrument palermo = instrument(ForceRule.DAYS_30, "2003-09-29");

        @Test
        void entersIntoForceOnTheThirtiethDay() {
            var barbados = act(Act.RATIFICATION, "2014-11-11");

            assertThat(of(palermo, "2014-12-10", barbados).bound()).isEqualTo(Bound.NO);
            assertThat(of(palermo, "2014-12-11", barbados).bound()).isEqualTo(Bound.YES);
        }

        @Test
        void notBeforeTheInstrumentItself() {
            assertThat(force(of(palermo, "2026-03-14", act(Act.RATIFICATION, "2002-11-19"))))
                    .isEqualTo("DAY 2003-09-29");
        }

        @Test
        void aMonthLeavesOpenWhichDayItWas() {
            var suriname = act(Act.ACCESSION, "2021-11");

            assertThat(of(palermo, "2021-11-30", suriname).bound()).isEqualTo(Bound.NO);
            assertThat(of(palermo, "2021-12-15", suriname).bound()).isEqualTo(Bound.NOT_ESTABLISHED);
            assertThat(of(palermo, "2021-12-30", suriname).bound()).isEqualTo(Bound.YES);
            assertThat(force(of(palermo, "2026-03-14", suriname))).isEqualTo("LATEST_DAY 2021-12-30");
        }
    }

    @Nested
    class WhereTheRuleIsNotRecorded {

        private final Instrument medellin = instrument(null, "2022-05-09");

        @Test
        void isBoundByItsDepositAndNoDayIsMadeUp() {
            var paraguay = of(medellin, "2026-03-14", act(Act.RATIFICATION, "2023-02-02"));

            assertThat(paraguay.bound()).isEqualTo(Bound.YES);
            assertThat(Sentences.force(paraguay, Language.EN))
                    .isEqualTo("The day of entry into force for the State is not recorded.");
        }

        @Test
        void withinTheMonthOfTheDepositNobodyCanSay() {
            assertThat(of(medellin, "2023-02-15", act(Act.RATIFICATION, "2023-02"))
                            .bound())
                    .isEqualTo(Bound.NOT_ESTABLISHED);
        }
    }

    @Test
    void whatWasNotSeenIsNeverANo() {
        var inForce = instrument(ForceRule.DAYS_30, "2003-09-29");

        assertThat(of(inForce, "2026-03-14").kind()).isEqualTo(Kind.NOT_SEEN);
        assertThat(of(inForce, "2026-03-14").bound()).isEqualTo(Bound.NOT_ESTABLISHED);
        assertThat(of(inForce, "2026-03-14", act(Act.SIGNATURE, "2019-07")).kind())
                .isEqualTo(Kind.SIGNATORY);
        assertThat(of(inForce, "2026-03-14", act(Act.SIGNATURE, "2019-07")).bound())
                .isEqualTo(Bound.NOT_ESTABLISHED);
    }

    @Test
    void anInstrumentThatIsNotInForceBindsNobody() {
        assertThat(of(instrument(InForce.NO), "2026-03-14", act(Act.RATIFICATION, "2025-11-01"))
                        .bound())
                .isEqualTo(Bound.NO);
        assertThat(of(instrument(InForce.NOT_KNOWN), "2026-03-14", act(Act.RATIFICATION, "2023-11-01"))
                        .bound())
                .isEqualTo(Bound.NOT_ESTABLISHED);
    }

    @Test
    void aStateThatLeftIsBoundNoLongerAndOneThatCameBackIs() {
        var instrument = instrument(ForceRule.DAYS_30, "2003-09-29");
        var joined = act(Act.RATIFICATION, "2005-01-01");
        var left = act(Act.DENUNCIATION, "2020-01-01");

        assertThat(of(instrument, "2019-12-31", joined, left).kind()).isEqualTo(Kind.PARTY);
        assertThat(of(instrument, "2020-01-01", joined, left).kind()).isEqualTo(Kind.LEFT);
        assertThat(of(instrument, "2022-01-01", joined, left, act(Act.ACCESSION, "2021-01-01"))
                        .kind())
                .isEqualTo(Kind.PARTY);
    }

    @Test
    void whatIsAppliedProvisionallyBindsNobodyForCertain() {
        var instrument = instrument(ForceRule.DAYS_30, "2003-09-29");
        var signed = act(Act.SIGNATURE, "2002-01-01");
        var applied = act(Act.PROVISIONAL_APPLICATION, "2004-05-01");
        var ended = act(Act.END_OF_PROVISIONAL_APPLICATION, "2006-05-01");

        assertThat(of(instrument, "2005-01-01", applied, ended).kind()).isEqualTo(Kind.PROVISIONAL);
        assertThat(of(instrument, "2005-01-01", applied).bound()).isEqualTo(Bound.NOT_ESTABLISHED);
        assertThat(of(instrument, "2006-05-01", applied, ended).kind()).isEqualTo(Kind.NOT_SEEN);
        var signatory = of(instrument, "2005-01-01", signed, applied);
        assertThat(signatory.isSignatory()).isTrue();
        assertThat(Sentences.standing(signatory, Language.EN))
                .isEqualTo(
                        "Signed (1 Jan 2002); no binding act seen. Applied provisionally (1 May 2004); not a party.");
        assertThat(of(instrument, "2010-01-01", signed, applied, act(Act.RATIFICATION, "2009-01-01"))
                        .kind())
                .isEqualTo(Kind.PARTY);
    }

    @Test
    void aSuccessionDoesNotCountFromItsDeposit() {
        var instrument = instrument(ForceRule.DAYS_30, "1975-08-08");
        var belize = of(instrument, "2001-10-01", act(Act.SUCCESSION, "2001-09-30"));

        assertThat(belize.bound()).isEqualTo(Bound.YES);
        assertThat(Sentences.force(belize, Language.EN))
                .isEqualTo("The day of entry into force for the State is not recorded.");
    }

    private static Participation of(Instrument instrument, String on, TreatyAction... acts) {
        return Participation.of(instrument, CRI, LocalDate.parse(on), List.of(acts), List.of());
    }

    private static Participation of(Instrument instrument, String on, Observation seen) {
        return Participation.of(instrument, CRI, LocalDate.parse(on), List.of(), List.of(seen));
    }

    private static String force(Participation participation) {
        var force = participation.force();
        return force == null ? "" : force.known() + " " + force.latest();
    }

    private static TreatyAction act(Act act, String date) {
        return new TreatyAction("x", CRI, act, 1, FactDate.parse(date).orElseThrow(), "source", "");
    }

    private static Observation seen(Observation.Position position, String date) {
        return new Observation("x", CRI, position, FactDate.parse(date).orElseThrow(), "source", "");
    }

    private static Instrument instrument(@Nullable ForceRule rule, String inForceSince) {
        return instrument(InForce.YES, LocalDate.parse(inForceSince), rule);
    }

    private static Instrument instrument(InForce inForce) {
        return instrument(inForce, null, null);
    }

    private static Instrument instrument(InForce inForce, @Nullable LocalDate since, @Nullable ForceRule rule) {
        var name = Multilingual.of("A treaty", null, null, null);
        return new Instrument(
                "x", name, name, "", null, "", null, inForce, since, "", null, List.of(), rule, "", null, List.of());
    }
}
