package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** An officer takes what is due into the calendar of a telephone, which synchronises it who knows where. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DeskCalendarTests {

    private static final String FORM = Papers.preservation("canary-2b90");

    @LocalServerPort
    private int port;

    @Test
    void saysWhenAndWhatToDoAndNothingOfTheMatter() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.URGENT, null, FORM);
        var reference = asuncion.post(sent).require(200).json().get("reference").asString();

        var file = as(Cast.COSTA_RICA_DUTY)
                .page("/desk/calendar.ics?lang=en")
                .require(200)
                .text();
        var unfolded = file.replace("\r\n ", "");
        assertThat(file.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
        assertThat(unfolded)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains(
                        "UID:" + sent.request() + "\r\n",
                        "SUMMARY:" + reference + ": Open\r\n",
                        "/requests/" + sent.request() + "\r\n")
                .doesNotContain("canary", "Paraguay", "preserv");
        assertThat(as(Cast.BRAZIL_DUTY).page("/desk/calendar.ics").require(200).text())
                .doesNotContain(reference);
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
