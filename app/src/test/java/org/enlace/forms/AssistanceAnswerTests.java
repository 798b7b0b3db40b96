package org.enlace.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssistanceAnswerTests {

    private final Form answer = new Forms().require(Forms.ASSISTANCE_ANSWER);

    @Test
    void hasAPartForEveryActThatSaysSomething() {
        assertThat(answer.groups().stream().map(Form.Group::id))
                .containsExactly(
                        "take-in-charge",
                        "accept",
                        "postpone",
                        "decline",
                        "ask",
                        "answer",
                        "assign",
                        "transfer",
                        "progress",
                        "execute",
                        "result",
                        "receive",
                        "ask-use",
                        "grant-use",
                        "withdraw",
                        "ask-destruction",
                        "destroy",
                        "share",
                        "enquire",
                        "add",
                        "refuse-conditions",
                        "uphold-conditions",
                        "close",
                        "call",
                        "comment");
    }

    @Nested
    class BetweenTwoPartiesToTheNassauConvention {

        @Test
        void refusesOnArticle9AndOnNothingOfThePalermoConvention() {
            assertThat(refusals("instrument:untoc", "bound:untoc", "bound:oas-a55", "measure:testimony"))
                    .contains(
                            "a55_9a.ne_bis_in_idem",
                            "a55_9b.discrimination",
                            "a55_9c.political",
                            "a55_9d.special_tribunal",
                            "a55_9e.essential_interests",
                            "a55_9f.tax")
                    .noneMatch(ground -> ground.startsWith("untoc18."));
        }

        @Test
        void cannotRefuseForTaxWhereTheOptionalProtocolBindsBoth() {
            assertThat(refusals("instrument:oas-a55", "bound:oas-a55", "bound:oas-a59", "measure:documents"))
                    .contains("a55_9e.essential_interests")
                    .doesNotContain("a55_9f.tax");
        }

        @Test
        void mayAskForDualCriminalityOnlyForPropertyAndSearches() {
            assertThat(refusals("instrument:oas-a55", "measure:testimony")).doesNotContain("a55_5.no_dual_criminality");
            assertThat(refusals("instrument:oas-a55", "measure:freezing")).contains("a55_5.no_dual_criminality");
        }

        @Test
        void postponesOnArticle11AlsoUnderTheConventionOnCybercrime() {
            assertThat(codes("postponement", "instrument:budapest", "bound:oas-a55", "measure:content"))
                    .containsExactly("a55_11.own_case");
        }
    }

    @Nested
    class UnderTheConventionOnCybercrimeAlone {

        @Test
        void refusesOnArticles25And27() {
            assertThat(refusals("instrument:budapest", "measure:subscriber-data"))
                    .containsExactly(
                            "bud25.domestic_or_treaty_ground",
                            "bud25.no_dual_criminality",
                            "bud27.political",
                            "bud27.essential_interests");
        }

        @Test
        void saysWhatCannotBeDoneWithoutCallingItARefusal() {
            assertThat(known("instrument:budapest").offered(answer, "ground").stream()
                            .filter(ground -> "cannot".equals(ground.kind()))
                            .map(Form.Choice::code))
                    .contains("bud27.cannot_execute", "outcome.no_data");
        }
    }

    @Nested
    class UnderThePalermoConvention {

        @Test
        void knowsNoPoliticalOffence() {
            assertThat(refusals("instrument:untoc", "measure:testimony"))
                    .containsExactly(
                            "untoc18.no_dual_criminality",
                            "untoc18.not_conform",
                            "untoc18.essential_interests",
                            "untoc18.domestic_prohibition",
                            "untoc18.contrary_to_mla_law");
        }

        @Test
        void refusesExtraditionOnArticle16Only() {
            assertThat(refusals("instrument:untoc", "bound:oas-a55", "measure:extradition"))
                    .containsExactly(
                            "untoc16.domestic_or_treaty_ground", "untoc16.own_national", "untoc16.discrimination");
        }
    }

    @Test
    void everyRequestCanBeAnsweredUnderEveryInstrumentAndWithoutOne() {
        for (var instrument : List.of("budapest", "untoc", "oas-a55", "un-cybercrime", "uncac", "oas-b47", "none")) {
            for (var list : List.of("ground", "postponement", "term")) {
                assertThat(codes(list, "instrument:" + instrument, "measure:documents"))
                        .as(list + " under " + instrument)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void printsNoArticleThatNobodyCompared() {
        assertThat(answer.lists().values().stream()
                        .flatMap(List::stream)
                        .filter(choice -> choice.article() != null)
                        .map(Form.Choice::mark))
                .containsOnly(Form.Mark.V);
        assertThat(answer.choices("ground").stream()
                        .filter(choice -> choice.code().startsWith("uncc"))
                        .map(choice -> FormBasis.label(answer, choice, Language.ES)))
                .isNotEmpty()
                .allMatch(label -> label.endsWith("sin verificar"));
    }

    private Stream<String> refusals(String... hold) {
        return known(hold).offered(answer, "ground").stream()
                .filter(ground -> "refusal".equals(ground.kind()))
                .map(Form.Choice::code);
    }

    private List<String> codes(String list, String... hold) {
        return known(hold).offered(answer, list).stream().map(Form.Choice::code).toList();
    }

    private static Circumstances known(String... hold) {
        return new Circumstances(Set.of(hold));
    }
}
