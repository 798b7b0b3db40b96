package org.enlace.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/desk", "/requests/0197f6c0?tab=acts", "/states/PRY?on=2026-03-14&lang=es"})
    void aPathOfOursIsKept(String path) {
        assertThat(OwnPath.of(path).text()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "javascript:alert(1)",
                "desk",
                "",
                " /desk",
                "/a b",
                "/a\nSet-Cookie: x=y",
                "/desk#//evil.example",
                "/sign-in?next=/sign-in",
                "/sign-out",
                "/%zz"
            })
    void anythingElseIsTheFirstPage(String asked) {
        assertThat(OwnPath.of(asked).text()).isEqualTo("/");
    }
}
