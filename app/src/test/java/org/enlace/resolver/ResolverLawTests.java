package org.enlace.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.directory.Authority;
import org.enlace.resolver.ChannelTerm.Topic;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Instruments;
import org.enlace.treaties.Mark;
import org.enlace.ui.Words;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the resolver says against the articles, with the real data. */
@SpringBootTest
class ResolverLawTests {

    private static final LocalDate THAT_NIGHT = LocalDate.parse("2026-03-14");

    @Autowired
    private Channels channels;

    @Autowired
    private ChannelRules rules;

    @Autowired
    private Instruments instruments;

    /** The first two ways, best first, each with its use, articles and how far the rule was checked. */
    @ParameterizedTest(name = "{0} asks {1} for {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # Budapest 31 first; the Nassau Convention (A-55) before Palermo, which steps back before it (18(7))
            PRY | CRI | subscriber-data | budapest DIRECT 25;31 VERIFIED          | oas-a55 CONDITIONAL 6;7(h);26 READING
            PRY | CRI | traffic-data    | budapest DIRECT 25;31;33 VERIFIED       | oas-a55 CONDITIONAL 6;7(h);26 READING
            PRY | CRI | content         | budapest DIRECT 25;31;34 VERIFIED       | oas-a55 CONDITIONAL 6;7(e);7(h);13;26 READING
            PRY | CRI | preservation    | budapest DIRECT 29;30;35 VERIFIED       | untoc CONDITIONAL 18(1);18(3)(i);3(1) VERIFIED
            # measures that A-55 names in Article 7
            PRY | CRI | testimony       | oas-a55 DIRECT 7(b);18;23 VERIFIED      | untoc CONDITIONAL 3(1);18(1);18(3)(a) VERIFIED
            PRY | CRI | service         | oas-a55 DIRECT 7(a);17 VERIFIED         | untoc CONDITIONAL 3(1);18(1);18(3)(b) VERIFIED
            PRY | CRI | search-seizure  | oas-a55 DIRECT 5;7(e);13 VERIFIED       | budapest CONDITIONAL 25;31 VERIFIED
            PRY | CRI | freezing        | oas-a55 DIRECT 5;7(d);13;14 VERIFIED    | untoc CONDITIONAL 3(1);13;18(1);18(3)(c);18(3)(g) VERIFIED
            PRY | CRI | documents       | oas-a55 DIRECT 7(g);7(h);24 VERIFIED    | untoc CONDITIONAL 3(1);18(1);18(3)(f);18(29) VERIFIED
            # a hearing by video link is in Palermo 18(18), under A-55 only as another agreed act
            NIC | CUB | video-hearing   | untoc CONDITIONAL 3(1);18(1);18(18) VERIFIED | uncac CONDITIONAL 46 UNVERIFIED
            NIC | CUB | testimony       | untoc CONDITIONAL 3(1);18(1);18(3)(a) VERIFIED | uncac CONDITIONAL 46 UNVERIFIED
            # what serves any offence comes before what serves its own only, where none was said
            # extradition treaties are not compared yet and say so; Montevideo 1933 binds Argentina and Chile
            ARG | CHL | extradition     | oas-a35 DIRECT '' UNVERIFIED            | untoc CONDITIONAL 3(1);16 VERIFIED
            PRY | CRI | emergency       | budapest CONDITIONAL 25(3);31(3);35 VERIFIED | untoc CONDITIONAL 3(1);18(13);18(14) VERIFIED
            PRY | CRI | police-information | budapest CONDITIONAL 26;35 VERIFIED  | untoc-firearms CONDITIONAL 12(4);12(5);13(2) VERIFIED
            """)
    void theBestWaysAre(String from, String to, String measure, String first, String second) {
        var ways = resolve(from, to, measure).serving().stream()
                .map(ResolverLawTests::way)
                .toList();

        assertThat(ways.subList(0, 2)).containsExactly(first.replace("''", ""), second);
    }

    @Nested
    class WhichArticleGoverns {

        @Test
        void betweenTwoPartiesToNassauItTakesThePlaceOfBudapest27And28AndOfPalermo18() {
            var advice = resolve("PRY", "CRI", "subscriber-data");

            assertThat(words(serving(advice, "budapest")))
                    .contains("bud-nassau", "nassau-26", "nassau-28", "nassau-9")
                    .doesNotContain("bud-own", "bud-27-4", "bud-28", "bud-25-5");
            assertThat(words(serving(advice, "untoc")))
                    .contains("untoc-nassau", "nassau-5-no")
                    .doesNotContain("untoc-own", "untoc-18-9", "untoc-18-15", "untoc-18-21");
        }

        @Test
        void withoutSuchATreatyPalermo18ParagraphsNineTo29Apply() {
            var palermo = serving(resolve("NIC", "CUB", "testimony"), "untoc");

            assertThat(words(palermo))
                    .contains("untoc-own", "untoc-18-9", "untoc-18-15", "untoc-18-14", "untoc-18-24", "untoc-18-21")
                    .noneMatch(word -> word.startsWith("nassau"));
            assertThat(palermo.termsOn(Topic.GOVERNS)).singleElement().satisfies(term -> {
                assertThat(term.articles()).containsExactly("18(7)");
                assertThat(term.mark()).isEqualTo(Mark.VERIFIED);
            });
        }

        @ParameterizedTest
        @CsvSource({"PRY,CRI", "ARG,CHL", "DOM,CRI"})
        void article29NeverStepsBack(String from, String to) {
            var best = resolve(from, to, "preservation").serving().getFirst();

            assertThat(words(best))
                    .contains("bud-29-stands", "bud-29-3", "bud-29-5", "bud-29-7")
                    .noneMatch(word -> word.startsWith("nassau") || word.startsWith("bud-27"));
        }

        @Test
        void thePreservationIsAFloorOf60DaysAndNothingElseHasANumber() {
            assertThat(rules.terms())
                    .filteredOn(term -> term.days() != null)
                    .singleElement()
                    .satisfies(term -> {
                        assertThat(term.articles()).containsExactly("29(7)");
                        assertThat(term.days()).isEqualTo(60);
                        assertThat(term.value()).isEqualTo("floor");
                    });
        }

        @Test
        void dualCriminalityUnderNassauMayBeRequiredForSeizureAndSearchOnly() {
            for (var measure : List.of("search-seizure", "freezing")) {
                assertThat(dual("PRY", "CRI", measure, "oas-a55")).isEqualTo("may");
            }
            for (var measure : List.of("testimony", "documents", "service", "video-hearing", "subscriber-data")) {
                assertThat(dual("PRY", "CRI", measure, "oas-a55")).isEqualTo("no");
            }
            assertThat(dual("ARG", "CHL", "extradition", "untoc")).isEqualTo("yes");
        }

        @Test
        void theOptionalProtocolSwitchesTheTaxGroundOff() {
            // Paraguay and Chile are bound by it, Costa Rica is not shown to be.
            assertThat(words(serving(resolve("PRY", "CHL", "testimony"), "oas-a55")))
                    .contains("nassau-9-without-tax", "nassau-protocol-1")
                    .doesNotContain("nassau-9");
            assertThat(words(serving(resolve("PRY", "CRI", "testimony"), "oas-a55")))
                    .contains("nassau-9")
                    .doesNotContain("nassau-protocol-1");
        }
    }

    @Nested
    class OffenceAndUrgency {

        @Test
        void anInstrumentForItsOwnOffencesDoesNotServeAnother() {
            var drugs = ask("NIC", "CUB", new Need(Measure.TESTIMONY, Offence.DRUGS, false));

            assertThat(ids(drugs.serving())).contains("un-drugs-1988").doesNotContain("uncac");
            assertThat(refused(drugs, "uncac").reason()).isEqualTo(Channel.Reason.OTHER_OFFENCE);
        }

        @Test
        void theConventionsOwnOffencesNeedNoThresholdOfFourYears() {
            assertThat(words(serving(
                            ask("NIC", "CUB", new Need(Measure.TESTIMONY, Offence.CORRUPTION, false)), "untoc")))
                    .contains("untoc-own-offence")
                    .doesNotContain("untoc-serious");
            assertThat(words(serving(
                            ask("NIC", "CUB", new Need(Measure.TESTIMONY, Offence.CYBERCRIME, false)), "untoc")))
                    .contains("untoc-serious");
            assertThat(words(serving(resolve("NIC", "CUB", "testimony"), "untoc")))
                    .doesNotContain("untoc-own-offence", "untoc-serious");
        }

        @Test
        void interpolIsNamedOnlyWhenItIsUrgentAndParagraph13Applies() {
            var urgent = new Need(Measure.TESTIMONY, null, true);

            assertThat(words(serving(ask("NIC", "CUB", urgent), "untoc"))).contains("untoc-urgent");
            assertThat(words(serving(resolve("NIC", "CUB", "testimony"), "untoc")))
                    .doesNotContain("untoc-urgent");
            assertThat(words(serving(ask("PRY", "CRI", urgent), "untoc")))
                    .as("18(13) steps back before the Nassau Convention")
                    .doesNotContain("untoc-urgent");
        }
    }

    @Nested
    class WhatIsRefused {

        @Test
        void theSecondProtocolInAnEmergencyBecauseItsEntryIntoForceIsNotKnown() {
            var protocol = refused(resolve("PRY", "CRI", "emergency"), "budapest-p2");

            assertThat(protocol.rule().articles()).containsExactly("9", "10");
            assertThat(protocol.rule().mark()).isEqualTo(Mark.UNVERIFIED);
            assertThat(protocol.reason()).isEqualTo(Channel.Reason.INSTRUMENT_NOT_KNOWN);
        }

        @Test
        void medellinWithoutCostaRica() {
            assertThat(refused(resolve("PRY", "CRI", "testimony"), "medellin-2019")
                            .missing())
                    .containsExactly(new StateCode("CRI"));
        }

        @ParameterizedTest
        @EnumSource(Measure.class)
        void hanoiForEveryMeasureBecauseItIsNotInForce(Measure measure) {
            assertThat(refused(ask("PRY", "CRI", Need.of(measure)), "un-cybercrime")
                            .reason())
                    .isIn(Channel.Reason.INSTRUMENT_NOT_IN_FORCE, Channel.Reason.OTHER_PURPOSE);
        }
    }

    @Nested
    class ServicesThatSpeakDirectly {

        @Test
        void anIncidentGoesToTheResponseTeamsOfTheState() {
            var advice = resolve("CRI", "PRY", "csirt-incident");

            assertThat(advice.counterparts()).extracting(Authority::id).containsExactly("pry-cert-py");
            assertThat(ids(advice.serving())).containsExactly("budapest");
        }

        @Test
        void aTeamThatIsOnlyPlannedIsNamedAsSuch() {
            assertThat(resolve("CRI", "ATG", "csirt-incident").counterparts())
                    .singleElement()
                    .matches(Authority::isPlanned);
        }

        @Test
        void whereOurDataHoldNoneItIsSaid() {
            var advice = resolve("CRI", "HTI", "csirt-incident");

            assertThat(advice.counterparts()).isEmpty();
            assertThat(new Explanation(advice, Language.EN).counterparts(".none"))
                    .contains("Our data hold no incident response team of Haiti.");
        }

        @Test
        void noOtherMeasureNamesThem() {
            assertThat(resolve("CRI", "PRY", "testimony").counterparts()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyMeasureHasARuleForEveryInstrument(Measure measure) {
        assertThat(rules.of(measure).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        instruments.all().stream().map(Instrument::id).toList());
    }

    @Test
    void everyRuleAndTermHasItsWordsAndWhatIsVerifiedNamesItsText() {
        var known = instruments.all().stream().map(Instrument::id).collect(Collectors.toSet());
        for (var language : Language.values()) {
            var words = Words.of("resolver", language);
            assertThat(rules.terms())
                    .allSatisfy(term ->
                            assertThat(words.find("term." + term.words())).isPresent());
            assertThat(Arrays.stream(Measure.values()))
                    .allSatisfy(measure ->
                            assertThat(words.find("measure." + measure.name())).isPresent());
        }
        assertThat(rules.terms()).allSatisfy(term -> {
            assertThat(known).contains(term.law()).containsAll(term.under());
            assertThat(term.source()).startsWith("text-");
        });
        assertThat(rules.all())
                .filteredOn(rule -> rule.mark() == Mark.VERIFIED)
                .allSatisfy(rule -> assertThat(rule.source()).startsWith("text-"));
    }

    @Test
    void dualCriminalityElectronicSendingAndTimeAreAlwaysAnswered() {
        for (var measure : Measure.values()) {
            var advice = ask("ARG", "CHL", Need.of(measure));
            for (var channel : advice.serving()) {
                if (channel.rule().use() != ChannelRule.Use.TRANSMISSION) {
                    assertThat(new Explanation(advice, Language.ES).applies(channel))
                            .extracting(Explanation.Answered::topic)
                            .contains(Topic.DUAL_CRIMINALITY, Topic.ELECTRONIC, Topic.CLOCK)
                            .isSorted();
                }
            }
        }
    }

    private String dual(String from, String to, String measure, String instrument) {
        var terms = serving(resolve(from, to, measure), instrument).termsOn(Topic.DUAL_CRIMINALITY);
        assertThat(terms).hasSize(1);
        return terms.getFirst().value();
    }

    private Advice resolve(String from, String to, String measure) {
        return ask(from, to, Need.of(Measure.of(measure).orElseThrow()));
    }

    private Advice ask(String from, String to, Need need) {
        return channels.resolve(new StateCode(from), new StateCode(to), need, THAT_NIGHT);
    }

    private static String way(Channel channel) {
        var rule = channel.rule();
        return rule.instrument() + ' ' + rule.use() + ' ' + String.join(";", rule.articles()) + ' ' + rule.mark();
    }

    private static HashSet<String> words(Channel channel) {
        return channel.terms().stream().map(ChannelTerm::words).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> ids(List<Channel> found) {
        return found.stream().map(channel -> channel.instrument().id()).toList();
    }

    private static Channel serving(Advice advice, String instrument) {
        return find(advice.serving(), instrument);
    }

    private static Channel refused(Advice advice, String instrument) {
        return find(advice.notServing(), instrument);
    }

    private static Channel find(List<Channel> found, String instrument) {
        return found.stream()
                .filter(channel -> channel.instrument().id().equals(instrument))
                .findFirst()
                .orElseThrow(() -> new AssertionError(instrument + " is not among " + ids(found)));
    }
}
