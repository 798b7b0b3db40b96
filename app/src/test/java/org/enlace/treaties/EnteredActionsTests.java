package org.enlace.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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
            takeOut("ACCESSION", 1);
        }
    }

    private void takeOut(String act, int number) {
        var form = new LinkedHashMap<>(action(act, "2009"));
        form.put("number", Integer.toString(number));
        var removal = programme.form("/treaties/untoc-firearms/actions/removal", form);
        legal.form(removal.location() + "/approval", Map.of()).require(303);
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
    void tellsTheTimesApartOfAStateThatLeftAndCameBack() {
        enterAndApprove("ACCESSION", "2004-05-01");
        saysThatItIsThere("ACCESSION", "2014-05-01");
        var leaving = enterAndApprove("DENUNCIATION", "2010-01-01");
        var back = enterAndApprove("ACCESSION", "2014-05-01");

        assertThat(legal.page(back).text()).contains("accession, no. 2");
        assertThat(position("2004-04-30")).isEmpty();
        assertThat(position("2009-10-07")).isEqualTo("accession 2004-05-01 2005-07-03");
        assertThat(position("2012-01-01")).isEmpty();
        assertThat(position("2020-01-01")).isEqualTo("accession 2014-05-01 2014-05-31");
        assertThat(legal.page("/treaties/untoc-firearms?on=2012-01-01").text())
                .contains("No longer a party (denunciation, 1 Jan 2010).");
        assertThat(legal.page("/treaties/between?one=USA&other=CRI&on=2012-01-01")
                        .text())
                .contains("Does not bind both");
        assertThat(legal.page("/treaties/untoc-firearms/actions/new?state=USA&act=ACCESSION&number=2")
                        .text())
                .contains("value=\"2014-05-01\"");
        saysThatItIsThere("ACCESSION", "2015-05-01");

        takeOut("ACCESSION", 2);
        takeOut("DENUNCIATION", 1);
        assertThat(legal.page(leaving).text()).contains("All changes of this fact");
        assertThat(position("2012-01-01")).isEqualTo("accession 2004-05-01 2005-07-03");
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

    private String enterAndApprove(String act, String date) {
        var change = programme
                .form("/treaties/untoc-firearms/actions", action(act, date))
                .require(303)
                .location();
        legal.form(change + "/approval", Map.of()).require(303);
        return change;
    }

    private void saysThatItIsThere(String act, String date) {
        var answer = programme.form("/treaties/untoc-firearms/actions", action(act, date));
        assertThat(answer.require(422).text()).contains("Recorded already");
    }

    /** Act, day of deposit and day of entry into force of the United States, if it is a party. */
    private String position(String on) {
        var rows = legal.get("/api/v1/treaties/untoc-firearms/parties?states=USA&on=" + on)
                .require(200)
                .json()
                .get("rows");
        return rows.isEmpty()
                ? ""
                : "%s %s %s"
                        .formatted(
                                rows.at("/0/act").asString(),
                                rows.at("/0/date").asString(),
                                rows.at("/0/since").asString());
    }

    private static Map<String, String> accession(String date) {
        return action("ACCESSION", date);
    }

    private static Map<String, String> action(String act, String date) {
        return Map.of(
                "state", "USA",
                "act", act,
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
