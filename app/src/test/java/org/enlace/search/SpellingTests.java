package org.enlace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {

    @ParameterizedTest
    @CsvSource({
        "palermo,palermo,0",
        "palremo,palermo,1",
        "palerm,palermo,1",
        "pallermo,palermo,1",
        "palarmo,palermo,1",
        "fsicalai,fiscalia,2",
        "paraguay,uruguay,3"
    })
    void countsLettersThatDiffer(String typed, String word, int letters) {
        assertThat(Spelling.distance(typed, word)).isEqualTo(letters);
        assertThat(Spelling.distance(word, typed)).isEqualTo(letters);
    }

    @Test
    void doesNotGuessAtNumbersAndAbbreviations() {
        assertThat(Spelling.isForgiving("protocolo")).isTrue();
        assertThat(Spelling.isForgiving("oea")).isFalse();
        assertThat(Spelling.isForgiving("a42b")).isFalse();
        assertThat(Spelling.isForgiving("2009")).isFalse();
    }
}
