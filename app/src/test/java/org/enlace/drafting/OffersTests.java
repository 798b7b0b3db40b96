package org.enlace.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.enlace.access.Accounts;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.forms.Forms;
import org.enlace.resolver.Measure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** To whom a request can be written, and who of them can receive it here. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class OffersTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Offers offers;

    @Autowired
    private Forms forms;

    @Autowired
    private Accounts accounts;

    @Test
    void everyKindOfRequestCanBeSentInTheDemo() {
        assertThat(forms.profiles())
                .hasSize(15)
                .allSatisfy(form -> assertThat(offers.measures().stream()
                                .filter(measure -> form.asks(measure.code()))
                                .flatMap(measure -> paraguay(measure).stream())
                                .filter(offer -> offer.form().equals(form)))
                        .as(form.form())
                        .anyMatch(Offer::receives));
    }

    @Test
    void whoCannotReceiveIsMarkedAndNotPickedUnasked() {
        var duty = OfficerSession.signIn("http://localhost:" + port, Cast.PARAGUAY_DUTY);
        var brazil = duty.page("/requests/new?to=BRA&measure=content&lang=es")
                .require(200)
                .text();
        assertThat(brazil.indexOf("value=\"bra-drci\""))
                .as("the real one, which has no key, stands first")
                .isPositive();
        assertThat(brazil.substring(brazil.indexOf("value=\"bra-drci\""), brazil.indexOf("value=\"bra-sample-24-7\"")))
                .contains("aún no puede recibir aquí")
                .doesNotContain("checked");
        assertThat(brazil).containsPattern("value=\"bra-sample-24-7\"[^>]* checked>");

        var route = "/requests/route?instrument=budapest&measure=content&form=content/1&authority=";
        assertThat(duty.get(route + "bra-drci")
                        .require(200)
                        .json()
                        .get("receives")
                        .asBoolean())
                .isFalse();
        assertThat(duty.get(route + "bra-sample-24-7")
                        .require(200)
                        .json()
                        .get("receives")
                        .asBoolean())
                .isTrue();
    }

    private List<Offer> paraguay(Measure measure) {
        var viewer = accounts.find(Cast.PARAGUAY_DUTY.account()).orElseThrow().viewer();
        return offers.of(Cast.Office.PARAGUAY.state(), Cast.Office.COSTA_RICA.state(), measure, viewer);
    }
}
