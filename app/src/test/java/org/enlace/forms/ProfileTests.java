package org.enlace.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.resolver.Measure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the profiles promise together, whatever each of them asks. */
class ProfileTests {

    /** Not in force, or not shown to be: nobody can ask anything under them. */
    private static final Set<String> NOT_IN_FORCE = Set.of("un-cybercrime", "budapest-p2");

    private static final String PROTOCOL =
            "Article 8(6) of the Second Additional Protocol to the Convention on Cybercrime (CETS 224)";

    private static final Forms FORMS = new Forms();

    @Test
    void thereIsOneForEveryMeasureOfTheResolver() {
        for (var measure : Measure.values()) {
            assertThat(FORMS.profiles(measure.code())).as(measure.code()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void isForMeasuresThatTheResolverKnows(Form profile) {
        assertThat(Stream.concat(Stream.ofNullable(profile.measure()), profile.also().stream()))
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(Measure.of(measure)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void servesNothingThatIsNotInForce(Form profile) {
        assertThat(profile.serves()).extracting(Form.Serves::instrument).doesNotContainAnyElementsOf(NOT_IN_FORCE);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void blocksOnNothingUnverified(Form profile) {
        assertThat(fields(profile).filter(field -> field.need() == Form.Need.BLOCKING))
                .flatMap(Form.Field::rests)
                .noneMatch(basis -> basis.mark() == Form.Mark.U);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void marksEveryArticleThatItCites(Form profile) {
        assertThat(fields(profile))
                .flatMap(Form.Field::rests)
                .filteredOn(basis -> basis.article() != null)
                .allSatisfy(
                        basis -> assertThat(basis.mark()).as(basis.article()).isNotNull());
        assertThat(profile.serves())
                .filteredOn(served -> served.article() != null)
                .allSatisfy(served -> assertThat(served.mark()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void saysOfItsOwnPeriodsThatTheyAreAims(Form profile) {
        assertThat(profile.clocks())
                .filteredOn(clock -> clock.rests().article() == null)
                .allSatisfy(clock -> assertThat(clock.kind()).as(clock.id()).isEqualTo(ClockRule.Kind.TARGET));
    }

    /** Every article that a period names, with its mark: one more or one less is a change of what the pages say of the law. */
    @Test
    void namesOfEveryPeriodTheArticleThatItRestsOn() {
        var cited = profiles().stream()
                .flatMap(profile -> profile.clocks().stream().flatMap(clock -> cited(profile, clock)))
                .toList();
        assertThat(cited)
                .containsExactlyInAnyOrder(
                        "preservation preserved: 29(7) V",
                        "preservation in-charge-urgent: budapest 25(3), 35 V",
                        "assistance in-charge-urgent: budapest 25(3) V",
                        "assistance decide: untoc 18(24) V",
                        "assistance decide: like Article 12(3) of Directive 2014/41/EU V",
                        "assistance execute: untoc 18(24) V",
                        "assistance execute: like Article 12(4) of Directive 2014/41/EU V",
                        "assistance progress-urgent: untoc 18(24) V",
                        "assistance progress: untoc 18(24) V",
                        "content in-charge-urgent: budapest 25(3) V",
                        "content decide: budapest 31(3) V",
                        "content decide: untoc 18(24) V",
                        "content decide: like Article 12(3) of Directive 2014/41/EU V",
                        "content execute: budapest 31(3) V",
                        "content execute: untoc 18(24) V",
                        "content execute: like Article 12(4) of Directive 2014/41/EU V",
                        "content progress-urgent: untoc 18(24) V",
                        "content progress: untoc 18(24) V",
                        "emergency in-charge: budapest 25(3), 35 V",
                        "emergency answer: budapest 25(3), 35 V",
                        "emergency answer: untoc 18(24) V",
                        "emergency answer: like Article 10 of Regulation (EU) 2023/1543 U",
                        "emergency progress-urgent: untoc 18(24) V",
                        "emergency progress: untoc 18(24) V",
                        "freezing secure: untoc 18(24) V",
                        "freezing decide: untoc 18(24) V",
                        "freezing execute: untoc 18(24) V",
                        "freezing progress-urgent: untoc 18(24) V",
                        "freezing progress: untoc 18(24) V",
                        "police urgent-direct: untoc-firearms 12(4), 12(5) V",
                        "police urgent-direct: like Article 5(1) of Directive (EU) 2023/977 U",
                        "police urgent-indirect: untoc-firearms 12(4), 12(5) V",
                        "police urgent-indirect: like Article 5(1) of Directive (EU) 2023/977 U",
                        "police ordinary: untoc-firearms 12(4), 12(5) V",
                        "police ordinary: like Article 5(1) of Directive (EU) 2023/977 U",
                        "service serve: untoc 18(24) V",
                        "service progress-urgent: untoc 18(24) V",
                        "service progress: untoc 18(24) V",
                        "subscriber in-charge-urgent: budapest 25(3) V",
                        "subscriber answer: budapest 31(3) V",
                        "subscriber answer: untoc 18(24) V",
                        "subscriber answer: like " + PROTOCOL + " U",
                        "subscriber progress-urgent: untoc 18(24) V",
                        "subscriber progress: untoc 18(24) V",
                        "traffic in-charge-urgent: budapest 25(3) V",
                        "traffic answer: budapest 31(3) V",
                        "traffic answer: untoc 18(24) V",
                        "traffic answer: like " + PROTOCOL + " U",
                        "traffic progress-urgent: untoc 18(24) V",
                        "traffic progress: untoc 18(24) V",
                        "video-hearing decide: untoc 18(24) V",
                        "video-hearing decide: like Article 12(3) of Directive 2014/41/EU V",
                        "video-hearing progress-urgent: untoc 18(24) V",
                        "video-hearing progress: untoc 18(24) V");
    }

    @Test
    void saysOfAPeriodWhatIsLawUnderWhichTreatyAndWhatIsNot() {
        assertThat(said("preservation/1", "preserved", "budapest")).containsExactly("Art. 29(7)");
        assertThat(said("extradition/1", "decide", "untoc")).containsExactly("A target of this platform, not law.");
        assertThat(said("assistance/1", "in-charge-urgent", "budapest"))
                .containsExactly("A target of this platform: Art. 25(3) sets the duty, but no period.");
        assertThat(said("assistance/1", "in-charge-urgent", "untoc"))
                .containsExactly("A target of this platform, not law.");
        assertThat(said("traffic/1", "answer", "untoc"))
                .containsExactly(
                        "A target of this platform: Art. 18(24) sets the duty, but no period.",
                        "not verified: Model: " + PROTOCOL + ", which binds its own parties only.");
        assertThat(said("police/1", "ordinary", null))
                .containsExactly(
                        "A target of this platform, not law.",
                        "not verified: Model: Article 5(1) of Directive (EU) 2023/977, which binds its own parties only.");
    }

    /** Thirty minutes to the deputy and sixty to the coordinators: whatever is asked, urgent is urgent, and the question on the wizard says so. */
    @ParameterizedTest
    @MethodSource("profiles")
    void givesAnUrgentRequestThirtyMinutesDayAndNight(Form profile) {
        assertThat(profile.clocks())
                .filteredOn(
                        clock -> clock.task().equals("take-in-charge") && clock.urgency() != ClockRule.Urgency.ORDINARY)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.length()).isEqualTo("PT30M");
                    assertThat(clock.days()).isEqualTo(ClockRule.Days.ALWAYS);
                    assertThat(clock.starts()).isEqualTo("send");
                });
        assertThat(fields(profile))
                .filteredOn(field -> "urgency".equals(field.coded()))
                .singleElement()
                .satisfies(field -> assertThat(Objects.requireNonNull(field.hint())
                                .in(Language.EN)
                                .text())
                        .contains("30 minutes", "60 minutes"));
    }

    /** Asked how a request stands, whoever has it says so within an aim of ours; which acts are an answer, the exchange says. */
    @ParameterizedTest
    @MethodSource("profiles")
    void givesAWorkingPeriodOrADayToSayHowItStands(Form profile) {
        var asked = profile.clocks().stream()
                .filter(clock -> clock.starts().equals("enquire"))
                .toList();
        assertThat(asked)
                .extracting(ClockRule::urgency)
                .containsExactly(ClockRule.Urgency.URGENT, ClockRule.Urgency.ORDINARY);
        assertThat(asked).allSatisfy(clock -> {
            assertThat(clock.task()).isEqualTo("progress");
            assertThat(clock.kind()).isEqualTo(ClockRule.Kind.TARGET);
            assertThat(clock.rests().article()).isNull();
            assertThat(clock.model()).isNull();
        });
        assertThat(profile.acts()).contains("progress");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void saysWhatIsMissingOfEverythingItMayNeed(Form profile) {
        assertThat(fields(profile))
                .filteredOn(field -> field.need() != Form.Need.OPTIONAL
                        || field.demands().stream().anyMatch(demand -> demand.need() != Form.Need.OPTIONAL))
                .allSatisfy(field -> assertThat(field.missing()).as(field.id()).isNotNull());
    }

    /**
     * A way that is shown can be gone: where the texts were compared, there is a form; where an instrument does not help, there is none. The form for a preservation is that
     * of Article 29 of the Convention on Cybercrime and of nothing else.
     */
    @Test
    void everyWayThatTheResolverComparedHasItsForm() throws IOException {
        var rules = Files.readAllLines(Path.of("src/main/data/channel-rules.csv")).stream()
                .map(rule -> List.of(rule.split(",", -1)))
                .toList();
        var columns = rules.getFirst();
        var use = columns.indexOf("use");
        var mark = columns.indexOf("mark");
        for (var rule : rules.subList(1, rules.size())) {
            var helps = Set.of("direct", "conditional").contains(rule.get(use));
            var compared = Set.of("verified", "reading").contains(rule.get(mark));
            for (var measure : rule.getFirst().split(";")) {
                var served = FORMS.profiles(measure).stream().anyMatch(profile -> profile.serves(rule.get(1)));
                var its = !measure.equals("preservation") || rule.get(1).equals("budapest");
                if (its && (compared || !helps)) {
                    assertThat(served).as("%s under %s", measure, rule.get(1)).isEqualTo(helps);
                }
            }
        }
    }

    private static Stream<String> cited(Form profile, ClockRule clock) {
        var named = profile.form().substring(0, profile.form().indexOf('/')) + " " + clock.id() + ": ";
        var set = Stream.of(clock.rests())
                .filter(basis -> basis.article() != null)
                .map(basis -> basis.article() + " " + basis.mark());
        var duties =
                clock.under().stream().map(basis -> basis.instrument() + " " + basis.article() + " " + basis.mark());
        var models = Stream.ofNullable(clock.model())
                .map(model -> "like " + model.article().in(Language.EN).text() + " " + model.mark());
        return Stream.of(set, duties, models).flatMap(each -> each).map(each -> named + each);
    }

    private static List<String> said(String form, String clock, @Nullable String instrument) {
        var rule = FORMS.require(form).clocks().stream()
                .filter(each -> each.id().equals(clock))
                .findFirst()
                .orElseThrow();
        return FormBasis.of(rule, instrument, Language.EN).stream()
                .map(basis -> (basis.unverified() ? "not verified: " : "") + basis.text())
                .toList();
    }

    static List<Form> profiles() {
        return FORMS.profiles();
    }

    private static Stream<Form.Field> fields(Form form) {
        return form.groups().stream().flatMap(group -> within(group.fields()));
    }

    private static Stream<Form.Field> within(List<Form.Field> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field), within(field.fields())));
    }
}
