package org.enlace.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Before anybody gives a key up, the page says in figures what nobody could read any more; and touches none of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=losses")
@ActiveProfiles("demo")
class LossesTests {

    private static final String BRAZIL = Cast.Office.BRAZIL.id();
    private static final String PAGE = "/colleagues/losses/" + BRAZIL;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Test
    void theFiguresAreThereBeforeAnybodyDecidesAndNothingIsTouched() {
        var brasilia = as(Cast.BRAZIL_DUTY);
        brasilia.draft("{}");
        var sent = brasilia.sign(
                Cast.Office.COSTA_RICA.id(), Urgency.ORDINARY, null, "{}", "a file".getBytes(StandardCharsets.UTF_8));
        brasilia.post(sent).require(200);
        assertThat(brasilia.page(PAGE + "?lang=en").require(200).text())
                .contains(
                        "officers hold",
                        "nothing becomes unreadable",
                        "One request from",
                        "2 sealed files",
                        "One draft")
                .doesNotContain("Propose the new entry");
        assertThat(as(Cast.PARAGUAY_COORDINATOR).page(PAGE).status()).isEqualTo(404);

        database.sql("update access.account set left_at = now() where authority = :authority")
                .param("authority", BRAZIL)
                .update();
        var before = sealed();
        var page = as(Cast.SECRETARIAT).page(PAGE + "?lang=en").require(200).text();
        assertThat(page)
                .contains("No officer holds the key", "One of them is not over", "No result", "Propose the new entry");
        assertThat(sealed()).isEqualTo(before);
    }

    /** All that is sealed for the authority, counted as it lies there. */
    private String sealed() {
        return database.sql("""
                        select (select count(*) from exchange.request_key) || ' ' || (select count(*) from documents.sealed_file)
                               || ' ' || (select count(*) from drafting.draft) || ' ' || (select count(*) from keys.copy)""").query(String.class).single();
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
