package org.enlace.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.enlace.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTests {

    @ParameterizedTest
    @CsvSource({
        "PT,convenções,convenção",
        "PT,decisões,decisão",
        "PT,penais,penal",
        "ES,autoridades,autoridad",
        "ES,convención,convenciones",
        "FR,traités,traité",
        "EN,treaties,treaty"
    })
    void joinsOneAndMany(Language language, String one, String many) {
        var stem = Analysis.words(one, language).iterator().next();
        assertThat(Analysis.words(many, language)).contains(stem);
    }

    @Test
    void foldsAccentsAndCase() {
        assertThat(Analysis.folded("Convenção de BUDAPESTE")).isEqualTo("convencao de budapeste");
    }

    @Test
    void findsNothingInNothing() {
        assertThat(Analysis.query("")).isEmpty();
        assertThat(Analysis.query("  ¿?  ")).isEmpty();
    }

    @Test
    void quotesWhatCouldBreakTheQuery() {
        assertThat(Analysis.query("l'État \\ 'x' & | ! :*"))
                .doesNotContain("\\ ")
                .contains("'etat'");
    }
}
