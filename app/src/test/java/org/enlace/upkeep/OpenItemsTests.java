package org.enlace.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Scenario F: lists that differ are an open item of the secretariat until somebody corrects them. No mail server here: nobody is asked, and it is said. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class OpenItemsTests {

    @LocalServerPort
    private int port;

    @Test
    void listsThatDifferAreTheSecretariatsUntilCorrected() {
        var programme = as(Cast.SECRETARIAT);
        var legal = as(Cast.SECRETARIAT_LEGAL);
        var before = programme.page("/directory/upkeep?lang=en").require(200).text();
        assertThat(before).doesNotContain("/states/PRY/authorities#function-prevention");
        designate(programme, legal, "pry-mre-dgaj", "2019");
        designate(programme, legal, "pry-fiscalia-delitos-informaticos", "2020");

        var page = programme.page("/directory/upkeep?lang=en").text();
        assertThat(page)
                .contains("Confirm with the State, then enter the correction")
                .contains("/authorities/pry-mre-dgaj/designations/new?instrument=")
                .contains("/states/PRY/authorities#function-prevention");
        assertThat(as(Cast.PARAGUAY_COORDINATOR)
                        .page("/directory/upkeep?lang=en")
                        .text())
                .as("only who sees all sources can settle it")
                .doesNotContain("/states/PRY/authorities#function-prevention");

        var change = programme
                .form(
                        "/authorities/pry-fiscalia-delitos-informaticos/designations/removal",
                        Map.of(
                                "instrument", "budapest",
                                "function", "PREVENTION",
                                "way", "NOTE_VERBALE",
                                "source", "N 3"))
                .require(303)
                .location();
        legal.form(change + "/approval", Map.of()).require(303);
        assertThat(programme.page("/directory/upkeep?lang=en").text())
                .doesNotContain("/states/PRY/authorities#function-prevention");
    }

    @Test
    void whereNoMailLeavesNobodyIsAskedAndItIsSaid() {
        var programme = as(Cast.SECRETARIAT);
        assertThat(programme.page("/directory/upkeep?lang=en").text())
                .contains("This installation sends no mail", "cannot be asked: no mailbox is recorded")
                .doesNotContain("Ask the mailbox now");
        programme.form("/directory/upkeep/pry-sample-24-7/question", Map.of()).require(409);
        programme.form("/directory/drills", Map.of()).require(409);
    }

    @Test
    void theWayThereIsOnTheDirectory() {
        assertThat(as(Cast.SECRETARIAT).page("/directory").text()).contains("/directory/upkeep", "/directory/drills");
        assertThat(as(Cast.PARAGUAY_DUTY).page("/directory").text())
                .contains("/directory/drills")
                .doesNotContain("/directory/upkeep");
        assertThat(OfficerSession.visitor(base()).page("/directory").text())
                .doesNotContain("/directory/upkeep", "/directory/drills");
    }

    private static void designate(OfficerSession by, OfficerSession approver, String authority, String since) {
        var change = by.form(
                        "/authorities/" + authority + "/designations",
                        Map.of(
                                "instrument",
                                since.equals("2019") ? "untoc" : "budapest",
                                "function",
                                "PREVENTION",
                                "since",
                                since,
                                "way",
                                "NOTE_VERBALE",
                                "source",
                                "N " + since))
                .require(303)
                .location();
        approver.form(change + "/approval", Map.of()).require(303);
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn(base(), member);
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
