package org.enlace.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.enlace.Language;
import org.enlace.ui.PublicAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.env.MockEnvironment;

/** Every mail in every language, of a matter full of words that must not leave the house: it says what it may, and is the same whatever the matter. */
class LetterTextTests {

    private static final String CANARY = "canario7c1e";
    private static final String REFERENCE = "PRY-2026-0142";
    private static final ZoneId ZONE = ZoneId.of("America/Bogota");
    private static final Instant DEADLINE = Instant.parse("2026-03-15T01:52:00Z");

    private final PublicAddress address =
            new PublicAddress(new MockEnvironment().withProperty("enlace.address", "https://enlace.example"));

    @ParameterizedTest
    @EnumSource(Notice.Kind.class)
    void saysTheSameWhateverTheMatter(Notice.Kind kind) {
        for (var language : Language.values()) {
            for (var reference : new String[] {REFERENCE, ""}) {
                for (var urgent : new boolean[] {true, false}) {
                    var full = letter(kind, language, CANARY, reference, urgent);
                    var empty = letter(kind, language, "x", reference, urgent);
                    assertThat(full.subject() + full.body())
                            .as("%s in %s", kind, language)
                            .isEqualTo(empty.subject() + empty.body())
                            .doesNotContain(CANARY)
                            .doesNotContain("mail.")
                            .contains("https://enlace.example/requests/1")
                            .contains(reference);
                }
            }
        }
    }

    /** No state is named but by the city that the deadline is read in, which is the reader's own. */
    @ParameterizedTest
    @EnumSource(Notice.Kind.class)
    void namesNobody(Notice.Kind kind) {
        for (var language : Language.values()) {
            var letter = letter(kind, language, CANARY, REFERENCE, true);
            var text = letter.subject() + "\n" + letter.body();
            for (var state : java.util.Locale.getISOCountries()) {
                var name = java.util.Locale.of("", state).getDisplayCountry(language.locale());
                assertThat(text.replaceAll("\\([^)]*\\)", ""))
                        .as("%s in %s names %s", kind, language, name)
                        .doesNotContainPattern("(?<!\\p{L})" + java.util.regex.Pattern.quote(name) + "(?!\\p{L})");
            }
        }
    }

    /** All kinds that can wait, in one letter: of each what it says alone, and nothing more. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aDigestSaysOfEachWhatItWouldSayAlone(Language language) {
        var kinds = Notice.Kind.THAT_CAN_WAIT;
        var full = digest(language, CANARY, kinds);
        assertThat(full.subject() + full.body())
                .isEqualTo(digest(language, "x", kinds).subject()
                        + digest(language, "x", kinds).body())
                .doesNotContain(CANARY)
                .doesNotContain("mail.")
                .contains("https://enlace.example/desk/letters");
        for (var kind : kinds) {
            assertThat(full.body())
                    .contains(letter(kind, language, CANARY, REFERENCE, false)
                            .body()
                            .lines()
                            .findFirst()
                            .orElseThrow());
        }
        assertThat(full.body().split(REFERENCE, -1)).hasSize(kinds.size() + 1);
    }

    @Test
    void ofSeveralNewsOnOneRequestADigestSaysTheLast() {
        var moved = notice(Notice.Kind.REQUEST_MOVED, Language.EN, CANARY, REFERENCE, false);
        var text = new LetterText(digest(Language.EN), List.of(moved, moved, moved), address);
        assertThat(text.body().split(REFERENCE, -1)).hasSize(2);
    }

    private LetterText digest(Language language, String matter, Set<Notice.Kind> kinds) {
        return new LetterText(
                digest(language),
                kinds.stream()
                        .map(kind -> notice(kind, language, matter, REFERENCE, false))
                        .toList(),
                address);
    }

    private static Notice digest(Language language) {
        return Notice.forAccount(
                "digest/1", "authority:x", "x@enlace.example", language, Notice.Kind.DIGEST, "/desk/letters");
    }

    private LetterText letter(Notice.Kind kind, Language language, String matter, String reference, boolean urgent) {
        return new LetterText(notice(kind, language, matter, reference, urgent), List.of(), address);
    }

    private static Notice notice(Notice.Kind kind, Language language, String matter, String reference, boolean urgent) {
        return new Notice(
                matter + "/effect",
                "authority:" + matter,
                matter + "@enlace.example",
                language,
                kind,
                reference,
                urgent,
                DEADLINE,
                ZONE,
                "/requests/1");
    }
}
