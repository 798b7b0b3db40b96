package org.enlace.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Act;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** An authority whose room for files is full: the refusal names a page, and on that page room is made. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.documents.waiting-files=3")
@ActiveProfiles("demo")
class LeftoversOverHttpTests {

    private static final byte[] SEALED = "age-encryption.org/v1\nand some more".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Test
    void whatNoActCarriesIsShownToTheAuthorityAndRemovedByAnyOfItsOfficers() {
        var duty = as(Cast.PARAGUAY_DUTY);
        var deputy = as(Cast.PARAGUAY_DEPUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        var one = duty.upload(UUID.randomUUID(), Act.Role.MESSAGE, SEALED).document();
        duty.upload(UUID.randomUUID(), Act.Role.MESSAGE, SEALED);
        deputy.upload(UUID.randomUUID(), Act.Role.MESSAGE, SEALED);
        var announced = Map.<String, Object>of("id", UUID.randomUUID(), "request", UUID.randomUUID(), "size", 40);

        var full = deputy.post("/uploads", announced);
        assertThat(full.code()).isEqualTo("TOO_MANY_WAITING");
        assertThat(full.text()).contains("Archivos sin enviar");
        assertThat(deputy.page("/drafts?lang=es").text()).contains("Archivos sin enviar", "href=\"/drafts/files\"");
        assertThat(deputy.page("/drafts/files?lang=es").require(200).text())
                .contains("De ninguna solicitud", "un archivo", "de un colega", one.toString());
        assertThat(sanJose.page("/drafts/files").require(200).text()).doesNotContain(one.toString());
        sanJose.press("/drafts/files/removal", Map.of("file", one.toString())).require(303);
        assertThat(duty.page("/drafts/files").text()).contains(one.toString());

        var press = deputy.press("/drafts/files/removal", Map.of("file", one.toString()));
        assertThat(press.require(303).location()).endsWith("/drafts/files");
        assertThat(duty.page("/drafts/files").text()).doesNotContain(one.toString());
        deputy.post("/uploads", announced).require(201);
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
