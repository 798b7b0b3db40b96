package org.enlace.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.enlace.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FormTests {

    private final Form request = new Forms().require(Forms.PRESERVATION);
    private final Form answer = new Forms().require(Forms.PRESERVATION_ANSWER);

    @Nested
    class ThePreservationRequest {

        @Test
        void blocksOnWhatArticle29DemandsAndOnNothingElseOfTheConvention() {
            assertThat(all(request)
                            .filter(field -> field.need() == Form.Need.BLOCKING)
                            .flatMap(field -> field.rests().stream())
                            .flatMap(basis -> Stream.ofNullable(basis.article())))
                    .contains("29(2)(a)", "29(2)(b)", "29(2)(c)", "29(2)(e)", "29(2)(f)")
                    .allMatch(article -> article.startsWith("29(2)") || article.equals("25(3)"));
            assertThat(request.group("custodian").orElseThrow().rules())
                    .singleElement()
                    .satisfies(rule -> {
                        assertThat(rule.kind()).isEqualTo("oneOf");
                        assertThat(rule.need()).isEqualTo(Form.Need.BLOCKING);
                        assertThat(rule.rests()).containsExactly(new Form.Basis("29(2)(d)", Form.Mark.V, null));
                    });
        }

        @Test
        void saysWhichTitlesOfOffencesNobodyHasCompared() {
            var attempt = request.lists().get("offence").stream()
                    .filter(choice -> choice.code().equals("bud.11"))
                    .findFirst()
                    .orElseThrow();
            assertThat(FormBasis.label(request, attempt, Language.ES)).contains("no cotejado");
            assertThat(FormBasis.label(request, attempt, Language.PT)).contains("não conferido");
            assertThat(FormBasis.label(request, attempt, Language.FR)).isEqualTo("Tentative et complicité (art. 11)");
        }

        @Test
        void isOfferedUnderItsOwnInstrumentOnly() {
            assertThat(request.serves()).containsExactly(new Form.Serves("budapest", "29", Form.Mark.V));
            assertThat(request.serves("untoc")).isFalse();
            assertThat(request.serves((String) null)).isFalse();
        }

        @Test
        void neverAsksForDualCriminality() {
            assertThat(all(request).map(field -> field.label().in(Language.EN).text()))
                    .noneMatch(label -> label.contains("dual criminality"));
        }

        @Test
        void demandsTheFirstTicketOnlyOfAnExtension() {
            var ticket = field(request, "P-03.ticket");
            assertThat(ticket.need()).isEqualTo(Form.Need.BLOCKING);
            assertThat(ticket.when())
                    .isEqualTo(new Form.Condition("P-03", List.of("extension"), null, null, null, null));
        }

        @Test
        void showsTheHostNothingButTheCodedChoicesOfTheProtocol() {
            assertThat(all(request).filter(field -> field.coded() != null).map(Form.Field::coded))
                    .containsExactlyInAnyOrder(
                            "status", "requestedAuthority", "urgency", "purpose", "onward", "court", "handling", "tlp");
            assertThat(all(answer).filter(field -> field.coded() != null).map(Form.Field::coded))
                    .containsOnly(
                            "function",
                            "within",
                            "nextDate",
                            "extent",
                            "from",
                            "until",
                            "ground",
                            "due",
                            "reason",
                            "outcome",
                            "at",
                            "part",
                            "tlp",
                            "handling",
                            "purpose",
                            "onward",
                            "court",
                            "use",
                            "decision");
        }

        @Test
        void offersTheOffencesOfArticles2To11AndAnyOtherWithElectronicEvidence() {
            assertThat(request.choices("offence").stream().map(Form.Choice::code))
                    .startsWith("bud.2", "bud.3")
                    .endsWith("bud.11", "other")
                    .hasSize(11);
        }

        @Test
        void namesTheArticleAsTheConventionDoes() {
            var fraud = request.choices("offence").get(6);
            assertThat(Stream.of(Language.values())
                            .map(language -> fraud.label().in(language).text()))
                    .containsExactly(
                            "Computer-related fraud",
                            "Fraude informático",
                            "Fraude informatique",
                            "Fraude informática");
            assertThat(fraud.iccs()).isEqualTo("0701");
        }
    }

    @Nested
    class TheAnswer {

        @Test
        void guaranteesSixtyDaysAtLeast() {
            assertThat(answer.group("preserve").orElseThrow().rules())
                    .filteredOn(rule -> rule.kind().equals("days"))
                    .singleElement()
                    .satisfies(rule -> {
                        assertThat(rule.days()).isEqualTo(60);
                        assertThat(rule.fields()).containsExactly("from", "until");
                    });
        }

        @Test
        void declinesOnTheClosedListOfArticle29Only() {
            var grounds = answer.choices("ground");
            assertThat(grounds.stream()
                            .filter(ground -> "refusal".equals(ground.kind()))
                            .map(Form.Choice::code))
                    .containsExactly(
                            "bud29.dual_criminality_reserved",
                            "bud29.political",
                            "bud29.essential_interests",
                            "bud30.political",
                            "bud30.essential_interests");
            assertThat(grounds.stream()
                            .filter(ground -> "notice".equals(ground.kind()))
                            .map(Form.Choice::article))
                    .containsOnly("29(6)");
        }

        @Test
        void refusesForDualCriminalityOnlyUnderTheReservationAndOutsideArticles2To11() {
            assertThat(Stream.ofNullable(answer.choices("ground").getFirst().when())
                            .flatMap(Form.Condition::leaves)
                            .map(Form.Condition::context))
                    .containsExactly("preserved", "reservation29(4)", "offenceOutside2to11");
        }

        @Test
        void hasAPartForEveryActThatBringsSomething() {
            assertThat(answer.groups().stream().map(Form.Group::id))
                    .containsExactly(
                            "take-in-charge",
                            "preserve",
                            "result",
                            "receive",
                            "ask-use",
                            "grant-use",
                            "decline",
                            "ask",
                            "answer",
                            "assign",
                            "transfer",
                            "progress",
                            "withdraw",
                            "ask-destruction",
                            "destroy",
                            "share",
                            "enquire",
                            "add",
                            "refuse-conditions",
                            "uphold-conditions",
                            "let-lapse",
                            "close",
                            "call",
                            "comment");
        }
    }

    @Nested
    class TheDisclosureOfTrafficData {

        private final Form.Group disclosure = answer.group("result").orElseThrow();

        @Test
        void namesTheProviderItsStateAndThePathAsArticle30Demands() {
            var providers = field(disclosure, "providers");
            assertThat(Stream.concat(
                            Stream.of(providers, field(disclosure, "path")),
                            providers.fields().stream()
                                    .filter(field -> Set.of("name", "state").contains(field.id()))))
                    .hasSize(4)
                    .allSatisfy(field -> {
                        assertThat(field.need()).isEqualTo(Form.Need.BLOCKING);
                        assertThat(field.rests()).containsExactly(new Form.Basis("30(1)", Form.Mark.V, null));
                        assertThat(field.coded()).as("sealed").isNull();
                    });
        }

        @Test
        void offersTheStatesOfTheDataAndAnyOther() throws IOException {
            var states = Files.readAllLines(Path.of("src/main/data/states.csv")).stream()
                    .skip(1)
                    .map(line -> line.substring(0, 3))
                    .toList();
            assertThat(answer.choices("states").stream().map(Form.Choice::code))
                    .containsAll(states)
                    .hasSize(states.size() + 1)
                    .endsWith("other");
        }

        @Test
        void isWithheldOnTheClosedListOfArticle30OnlyAndOnlyOfWhatIsPreserved() {
            assertThat(grounds("preserved")).containsExactly("bud30.political", "bud30.essential_interests");
            assertThat(grounds()).noneMatch(code -> code.startsWith("bud30."));
            assertThat(answer.choices("ground").stream()
                            .filter(ground -> ground.code().startsWith("bud30."))
                            .map(ground -> ground.article() + ground.mark()))
                    .containsExactly("30(2)(a)V", "30(2)(b)V");
            assertThat(new Circumstances(Set.of("preserved"))
                            .offered(answer, "declined").stream().map(Form.Choice::code))
                    .containsExactly("part");
        }

        @Test
        void beginsWithLeaveToAskTheThirdState() {
            assertThat(field(disclosure, "onward").preset()).isEqualTo("free");
        }

        private List<String> grounds(String... hold) {
            return new Circumstances(Set.of(hold))
                    .offered(answer, "ground").stream().map(Form.Choice::code).toList();
        }

        private static Form.Field field(Form.Group group, String id) {
            return group.fields().stream()
                    .filter(field -> field.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    class ADefinitionThatDoesNotHold {

        @Test
        void isRefusedWithATextMissingInOneLanguage() {
            assertRefused("\"pt\":\"O pedido\"", "\"pt\":\" \"", "a text without pt");
        }

        @Test
        void isRefusedWithASectionNobodyHasSeen() {
            assertRefused("\"section\":7", "\"section\":8", "section that nobody has seen: 8");
        }

        @Test
        void isRefusedWithAConditionOnNoField() {
            assertRefused("{\"field\":\"P-16\",", "{\"field\":\"P-99\",", "P-99, which is no field before it");
        }

        @Test
        void isRefusedWithAConditionOnWhatNobodyKnows() {
            assertRefused(
                    "{\"field\":\"P-16\",\"is\":[\"asked\"]}",
                    "{\"context\":\"weather:rain\"}",
                    "nobody knows: weather:rain");
            assertRefused(
                    "{\"field\":\"P-16\",\"is\":[\"asked\"]}",
                    "{\"context\":\"instrument:untoc\"}",
                    "an instrument that is not served: instrument:untoc");
        }

        @Test
        void isRefusedWithTwoFieldsOfOneName() {
            assertRefused("\"id\":\"P-11\"", "\"id\":\"P-09\"", "two fields P-09");
        }

        @Test
        void isRefusedWithAWordItDoesNotKnow() {
            assertRefused("\"section\":2", "\"chapter\":2", "chapter");
        }

        @Test
        void isRefusedWithAnActThatNobodyKnows() {
            assertRefused("\"let-lapse\",\"close\"]", "\"let-lapse\",\"applaud\"]", "admits no such act as applaud");
        }

        @Test
        void isRefusedWithAClockWithoutALength() {
            assertRefused("\"length\":\"P60D\"", "\"length\":\"60 days\"", "preserved has no length: 60 days");
            assertRefused(
                    "\"starts\":\"preserve\"",
                    "\"starts\":\"sunrise\"",
                    "preserved starts with no such act as sunrise");
        }

        @Test
        void isRefusedWithoutAConditionThatTheReceiverMustAccept() {
            assertRefused("\"coded\":\"court\"", "\"coded\":\"status\"", "needs one field coded as court");
        }

        private void assertRefused(String original, String altered, String because) {
            var text = new Forms().published("preservation-1").orElseThrow().definition();
            assertThat(text).contains(original);
            var broken = text.replace(original, altered).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> FormReader.read(FormReader.parse(broken))).hasMessageContaining(because);
        }
    }

    @Test
    void aFormThatDoesNotExistIsAbsent() {
        assertThat(new Forms().find("divorce/1")).isEmpty();
    }

    @Test
    void everyFileOfTheFolderIsPublished() {
        assertThat(new Forms().profiles()).contains(request).doesNotContain(answer);
        assertThat(new Forms().profiles("preservation")).containsExactly(request);
    }

    /** The tests of the browser modules read them as browsers get them, from there; they run after these. */
    @Test
    void theBrowserGetsEachDefinitionPutTogether() throws IOException {
        var forms = new Forms();
        var folder = Files.createDirectories(Path.of("target", "forms"));
        for (var form :
                Stream.concat(forms.profiles().stream(), Stream.of(answer)).toList()) {
            var published = forms.published(form.slug()).orElseThrow();
            assertThat(published.definition()).doesNotContain("\"part\":\"");
            Files.writeString(folder.resolve(form.slug() + ".json"), published.definition());
        }
    }

    private static Form.Field field(Form form, String id) {
        return all(form).filter(field -> field.id().equals(id)).findFirst().orElseThrow();
    }

    private static Stream<Form.Field> all(Form form) {
        return form.groups().stream().flatMap(group -> within(group.fields()));
    }

    private static Stream<Form.Field> within(List<Form.Field> fields) {
        return fields.stream().flatMap(field -> Stream.concat(Stream.of(field), within(field.fields())));
    }
}
