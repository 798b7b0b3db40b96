package org.enlace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A NUL, which nobody types and no database takes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class TextsFromFormsTests {

    private static final String SENTENCE =
            "What was sent is incomplete or not in the expected form. Nothing was changed.";

    @LocalServerPort
    private int port;

    @Test
    void isNoTextOfAForm() {
        var secretariat = OfficerSession.signIn("http://localhost:" + port, Cast.SECRETARIAT);
        var form = Map.of(
                "kind", "DECLARATION", "state", "BRB", "en", "Declares.", "way", "DEPOSITARY", "source", "C.N.\0");

        var refused = secretariat.press("/treaties/uncac/declarations?lang=en", form);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains(SENTENCE).doesNotContain("incident");
    }

    @Test
    void isNoTextOfAnAddress() {
        var officer = OfficerSession.signIn("http://localhost:" + port, Cast.PARAGUAY_DUTY);
        assertThat(officer.page("/search?lang=en&q=%00").status()).isEqualTo(400);
        assertThat(officer.page("/desk?lang=en&reference=a%00b").text()).contains(SENTENCE);
    }
}
