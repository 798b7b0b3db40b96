package org.enlace.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** An omitted deposit is entered by one person of the secretariat and approved by another, through the doors of the pages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class EnteredActionsTests {

    private static final String PARTIES = "/api/v1/treaties/untoc-firearms/parties?on=2009-10-07";
    private static final String UNITED_STATES = "/api/v1/treaties/untoc-firearms/parties?on=2009-10-07&states=USA";

    @LocalServerPort
    private int port;

    private OfficerSession programme;
    private OfficerSession legal;

    @BeforeEach
    void signIn() {
        programme = as(Cast.SECRETARIAT);
        legal = as(Cast.SECRETARIAT_LEGAL);
    }

    /** The next test begins with the facts of the dataset again. */
    @AfterEach
    void takeOut() {
        if (parties(UNITED_STATES) > 0) {
            var removal = programme.form(
                    "/treaties/untoc-firearms/actions/removal",
                    Map.of(
                            "state",
                            "USA",
                            "act",
                            "ACCESSION",
                            "date",
                            "2009",
                            "way",
                            "UNDO",
                            "source",
                            "end of the test",
                            "address",
                            "",
                            "note",
                            ""));
            legal.form(removal.location() + "/approval", Map.of()).require(303);
        }
    }

    @Test
    void holdsOnceASecondPersonApproved() {
        assertThat(parties(PARTIES)).isEqualTo(19);
        var change = enter("2009-10-06");

        assertThat(parties(PARTIES)).isEqualTo(19);
        programme.form(change + "/approval", Map.of()).require(409);
        assertThat(parties(PARTIES)).isEqualTo(19);

        legal.form(change + "/approval", Map.of()).require(303);
        assertThat(parties(PARTIES)).isEqualTo(20);
        var row = legal.get(UNITED_STATES).require(200).json().at("/rows/0");
        assertThat(row.get("act").asString()).isEqualTo("accession");
        assertThat(row.get("date").asString()).isEqualTo("2009-10-06");
        assertThat(legal.page("/sources").text()).contains("C.N.700.2009.TREATIES-9");
        assertThat(legal.page("/treaties/untoc-firearms?on=2009-10-07").text()).contains("20 of 34 are parties");
    }

    @Test
    void isUndoneByAFurtherChange() {
        var change = enter("2009-10");
        legal.form(change + "/approval", Map.of()).require(303);
        legal.form(change + "/undoing", Map.of("reason", "")).require(409);
        var undoing = legal.form(change + "/undoing", Map.of("reason", "The note named another treaty."))
                .require(303)
                .location();

        legal.form(undoing + "/approval", Map.of()).require(409);
        programme.form(undoing + "/approval", Map.of()).require(303);
        assertThat(parties(UNITED_STATES)).isZero();
        assertThat(programme.page(undoing).require(200).text()).contains("The note named another treaty.");
        assertThat(programme.page(change).require(200).text()).contains("All changes of this fact");
    }

    @Test
    void isRefusedWithAReason() {
        var change = enter("2009");
        legal.form(change + "/refusal", Map.of("reason", " ")).require(409);
        legal.form(change + "/refusal", Map.of("reason", "Only announced, not deposited."))
                .require(303);

        assertThat(programme.page(change).text()).contains("Only announced, not deposited.");
        legal.form(change + "/approval", Map.of()).require(409);
        assertThat(parties(UNITED_STATES)).isZero();
    }

    @Test
    void isNothingForOthers() {
        var change = enter("2009-10-06");
        for (var other : new Cast[] {Cast.PARAGUAY_DUTY, Cast.PARAGUAY_COORDINATOR, Cast.OBSERVER}) {
            var session = as(other);
            session.page(change).require(404);
            session.form(change + "/approval", Map.of()).require(404);
            session.form("/treaties/untoc-firearms/actions", accession("2009-10-06"))
                    .require(404);
            session.page("/treaties/untoc-firearms/actions/new").require(404);
        }
        programme.form(change + "/withdrawal", Map.of()).require(303);
        assertThat(parties(UNITED_STATES)).isZero();
    }

    @Test
    void saysWhatIsWrongWithTheForm() {
        var answer = programme.form("/treaties/untoc-firearms/actions", accession("7 October"));

        answer.require(422);
        assertThat(answer.text()).contains("Write the date as 2009-10-06", "7 October");
    }

    private String enter(String date) {
        return programme
                .form("/treaties/untoc-firearms/actions", accession(date))
                .require(303)
                .location();
    }

    private static Map<String, String> accession(String date) {
        return Map.of(
                "state", "USA",
                "act", "ACCESSION",
                "date", date,
                "way", "DEPOSITARY",
                "source", "C.N.700.2009.TREATIES-9",
                "address", "",
                "note", "");
    }

    private int parties(String path) {
        return programme.get(path).require(200).json().get("parties").asInt();
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
