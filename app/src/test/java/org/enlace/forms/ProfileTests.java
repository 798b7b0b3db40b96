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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the profiles promise together, whatever each of them asks. */
class ProfileTests {

    /** Not in force, or not shown to be: nobody can ask anything under them. */
    private static final Set<String> NOT_IN_FORCE = Set.of("un-cybercrime", "budapest-p2");

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
