package org.enlace.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.enlace.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An officer who refuses looks for the article, not for the thirty-first of forty-eight lines. */
class ChoiceGroupTests {

    private final Forms forms = Forms.read();
    private final List<Form.Choice> grounds =
            forms.require(Forms.ASSISTANCE_ANSWER).choices("ground");

    @Test
    void putsGroundsOfOneArticleTogetherUnderItsTreaty() {
        var groups = ChoiceGroup.of(grounds, Language.EN);
        assertThat(groups)
                .extracting(ChoiceGroup::title)
                .doesNotHaveDuplicates()
                .contains(
                        "Nassau Convention, Article 9",
                        "Nassau Convention, Article 20",
                        "Nassau Convention, other articles",
                        "Budapest Convention, Article 27",
                        "Palermo Convention, Article 18",
                        "Without a treaty",
                        "It cannot be done");
        assertThat(groups.getFirst().choices())
                .hasSize(6)
                .allSatisfy(choice -> assertThat(choice.article()).startsWith("9("));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void losesNoChoiceAndNamesEveryGroup(Language language) {
        for (var form : forms.profiles()) {
            form.lists().values().stream().filter(ChoiceGroup::isLong).forEach(list -> holdsAll(list, language));
        }
        holdsAll(grounds, language);
    }

    private static void holdsAll(List<Form.Choice> list, Language language) {
        var groups = ChoiceGroup.of(list, language);
        assertThat(groups.stream().flatMap(group -> group.choices().stream()))
                .containsExactlyInAnyOrderElementsOf(list);
        assertThat(groups).extracting(ChoiceGroup::title).noneMatch(title -> title.contains("source."));
    }
}
