package org.enlace.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CompositionTests {

    private final FormParts parts = FormParts.of(List.of(json("""
            {"groups": {"case": {"title": "The case", "fields": [
                {"id": "number", "need": "optional"},
                {"id": "court", "need": "optional"},
                {"id": "people", "fields": [{"id": "name"}, {"id": "born"}]}],
              "rules": [{"kind": "oneOf", "fields": ["number", "court"]}]}},
             "lists": {"kind": [{"code": "a"}], "unused": []},
             "sentences": {"required": "Needed."},
             "clocks": {"news": {"length": "P3D", "days": "working"}}}
            """)));

    @Test
    void aClockIsTakenWithItsNameAndWhatIsSaidOtherwise() {
        var form = Composition.of(
                json(
                        "{\"groups\": [], \"clocks\": [{\"id\": \"own\"}, {\"part\": \"news\"}, {\"part\": \"news\", \"id\": \"fast\", \"length\": \"PT4H\"}]}"),
                parts);
        assertThat(form.path("clocks").toString())
                .isEqualTo(
                        "[{\"id\":\"own\"},{\"id\":\"news\",\"length\":\"P3D\",\"days\":\"working\"},{\"id\":\"fast\",\"length\":\"PT4H\",\"days\":\"working\"}]");
        assertThatThrownBy(() -> Composition.of(json("{\"groups\": [], \"clocks\": [{\"part\": \"none\"}]}"), parts))
                .hasMessageContaining("none");
    }

    @Test
    void aGroupIsTakenWithItsName() {
        var group = group("{\"part\": \"case\"}");
        assertThat(group.path("id").asString()).isEqualTo("case");
        assertThat(group.path("title").asString()).isEqualTo("The case");
        assertThat(ids(group)).containsExactly("number", "court", "people");
    }

    @Test
    void whatIsLeftOutIsInNoRuleEither() {
        var group = group("{\"part\": \"case\", \"without\": [\"court\", \"people/born\"]}");
        assertThat(ids(group)).containsExactly("number", "people");
        assertThat(ids(group.path("fields").get(1))).containsExactly("name");
        assertThat(group.path("rules").get(0).path("fields").toString()).isEqualTo("[\"number\"]");
    }

    @Test
    void membersOfFieldsAreChangedByThePathOfTheField() {
        var group = group("""
                {"part": "case", "need": {"number": "blocking"}, "rests": {"people/name": {"article": "18", "mark": "V"}},
                 "change": {"court": {"need": null, "max": 3}}}
                """);
        assertThat(group.path("fields").get(0).path("need").asString()).isEqualTo("blocking");
        assertThat(group.path("fields").get(1).toString()).isEqualTo("{\"id\":\"court\",\"max\":3}");
        assertThat(group.path("fields")
                        .get(2)
                        .path("fields")
                        .get(0)
                        .path("rests")
                        .toString())
                .isEqualTo("[{\"article\":\"18\",\"mark\":\"V\"}]");
    }

    @Test
    void ownFieldsStandWhereTheyAreWanted() {
        var group = group(
                "{\"part\": \"case\", \"fields\": [{\"id\": \"first\", \"after\": \"number\"}, {\"id\": \"last\"}]}");
        assertThat(ids(group)).containsExactly("number", "first", "court", "people", "last");
        assertThat(group.path("fields").get(1).has("after")).isFalse();
    }

    @Test
    void twoDefinitionsDoNotShareWhatOneOfThemChanges() {
        group("{\"part\": \"case\", \"need\": {\"number\": \"blocking\"}}");
        assertThat(group("{\"part\": \"case\"}")
                        .path("fields")
                        .get(0)
                        .path("need")
                        .asString())
                .isEqualTo("optional");
    }

    @Test
    void onlyTheListsThatAreNamedComeAlong() {
        var form = Composition.of(
                json("{\"groups\": [{\"id\": \"own\", \"fields\": [{\"id\": \"what\", \"list\": \"kind\"}]}]}"), parts);
        assertThat(form.path("lists").propertyNames()).containsExactly("kind");
        assertThat(form.path("sentences").path("required").asString()).isEqualTo("Needed.");
    }

    @Test
    void aPartOrFieldThatIsNotThereStopsIt() {
        assertThatThrownBy(() -> group("{\"part\": \"cases\"}")).hasMessageContaining("no such part as cases");
        assertThatThrownBy(() -> group("{\"part\": \"case\", \"without\": [\"judge\"]}"))
                .hasMessageContaining("no such field as judge");
        assertThatThrownBy(() -> group("{\"part\": \"case\", \"but\": []}"))
                .hasMessageContaining("something unknown: but");
        assertThatThrownBy(() ->
                        FormParts.of(List.of(json("{\"lists\": {\"kind\": []}}"), json("{\"lists\": {\"kind\": []}}"))))
                .hasMessageContaining("two parts lists.kind");
    }

    private JsonNode group(String reference) {
        return Composition.of(json("{\"groups\": [" + reference + "]}"), parts)
                .path("groups")
                .get(0);
    }

    private static List<String> ids(JsonNode within) {
        return within.path("fields")
                .valueStream()
                .map(field -> field.path("id").asString())
                .toList();
    }

    private static ObjectNode json(String text) {
        return FormReader.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
