package org.enlace.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The duty of the sample authorities, through the doors of the pages. Brazil's rota is changed here, the others' are read. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DutyTests {

    private static final String COSTA_RICA = "/authorities/cri-sample-24-7/duty";
    private static final String BRAZIL = "/authorities/bra-sample-24-7/duty";
    private static final LocalDate TODAY_IN_BRAZIL = LocalDate.now(ZoneId.of("America/Sao_Paulo"));

    @LocalServerPort
    private int port;

    @Test
    void thePublicSeesOnlyThatSomebodyIsOnDutyAndTheLanguages() throws Exception {
        for (var page : new String[] {COSTA_RICA, "/states/CRI/duty"}) {
            var text = fromTheStreet(page + "?lang=en");
            assertThat(text).contains("on duty now", "speaks Spanish, English");
            assertThat(text).doesNotContain("2555 0100", "Oficial", "Next on duty");
            assertThat(as(Cast.OBSERVER).page(page + "?lang=en").text())
                    .doesNotContain("2555 0100", "Oficial de", "Next on duty");
        }
    }

    @Test
    void anotherStateSeesFunctionAndLineAndTheSameStateTheName() {
        for (var page : new String[] {COSTA_RICA, "/states/CRI/duty", "/ask?from=PRY&to=CRI&measure=preservation"}) {
            var abroad = as(Cast.PARAGUAY_DUTY).page(page).require(200).text();
            assertThat(abroad).as(page).contains("+506 2555 0100", "Costa Rica");
            assertThat(abroad)
                    .as(page)
                    .doesNotContain("Oficial de guardia, Costa Rica", "Oficial suplente, Costa Rica");
            assertThat(as(Cast.COSTA_RICA_DEPUTY).page(page).text())
                    .as(page)
                    .containsAnyOf("Oficial de guardia, Costa Rica", "Oficial suplente, Costa Rica");
        }
        assertThat(as(Cast.PARAGUAY_DUTY).page(COSTA_RICA).text()).doesNotContain(COSTA_RICA + "/shifts");
    }

    @Test
    void theResolverSaysWhetherSomebodyIsOnDuty() {
        var answer = as(Cast.PARAGUAY_DUTY).get("/api/v1/channels?from=PRY&to=CRI&measure=preservation");
        assertThat(answer.text()).contains("\"onDuty\":{\"now\":true,\"languages\":[\"es\",\"en\"]}");
        assertThat(answer.text()).doesNotContain("2555 0100");
        assertThat(as(Cast.PARAGUAY_DUTY)
                        .get("/api/v1/channels?from=PRY&to=CRI&measure=preservation&on=2026-03-14")
                        .text())
                .doesNotContain("\"onDuty\":{");
    }

    @Test
    void aGapIsShownBeforeItIsSavedAndThenOnThePage() {
        var officer = as(Cast.BRAZIL_DUTY);
        var day = TODAY_IN_BRAZIL.plusDays(3);
        var nobody = once(day + "T09:00", day + "T11:00", "NOBODY");
        var look = officer.form(BRAZIL + "/shifts?lang=en", nobody).require(200).text();
        assertThat(look).contains("Look before you save", "Nobody on duty");
        assertThat(officer.page(BRAZIL + "?lang=en").text()).doesNotContain("Put somebody in");

        nobody.put("seen", seen(look));
        officer.form(BRAZIL + "/shifts", nobody).require(303);
        assertThat(officer.page(BRAZIL + "?lang=en").text()).contains("Put somebody in");

        var shift = link(officer.page(BRAZIL).text(), day.toString(), officer);
        officer.form(shift + "/removal", Map.of("version", "1")).require(303);
        assertThat(officer.page(BRAZIL + "?lang=en").text()).doesNotContain("Put somebody in");
    }

    @Test
    void whoComesSecondSeesBothVersions() {
        var first = as(Cast.BRAZIL_DUTY);
        var second = as(Cast.BRAZIL_DEPUTY);
        var day = TODAY_IN_BRAZIL.plusDays(40);
        first.form(BRAZIL + "/shifts", once(day + "T09:00", day + "T11:00", "FUNCTION"))
                .require(303);
        var shift = link(first.page(BRAZIL).text(), day.toString(), first);

        var hers = once(day + "T09:00", day + "T12:00", "FUNCTION");
        hers.putAll(Map.of("version", "1", "telephone", "+55 61 5550 0101"));
        first.form(shift, hers).require(303);
        var his = once(day + "T09:00", day + "T10:00", "FUNCTION");
        his.putAll(Map.of("version", "1", "telephone", "+55 61 5550 0199"));
        var conflict = second.form(shift + "?lang=en", his).require(409).text();
        assertThat(conflict)
                .contains("Changed meanwhile", "+55 61 5550 0101", "+55 61 5550 0199", "Oficial de plantão, Brasil");

        his.put("version", "2");
        second.form(shift, his).require(303);
        second.form(shift + "/removal", Map.of("version", "2")).require(409);
        second.form(shift + "/removal", Map.of("version", "3")).require(303);
        second.page(shift).require(404);
    }

    @Test
    void whatIsTypedWronglyComesBackWithSentences() {
        var officer = as(Cast.BRAZIL_DUTY);
        var wrong = once("2026-05-02T09:00", "2026-05-01T09:00", "FUNCTION");
        assertThat(officer.form(BRAZIL + "/shifts?lang=en", wrong).require(422).text())
                .contains("The shift must end after it begins");
        var stranger = once(
                "2026-05-02T09:00",
                "2026-05-03T09:00",
                Cast.COSTA_RICA_DUTY.account().toString());
        assertThat(officer.form(BRAZIL + "/shifts?lang=en", stranger)
                        .require(422)
                        .text())
                .contains("Choose an officer of this authority");
        assertThat(officer.form(BRAZIL + "/shifts?lang=en", Map.of())
                        .require(422)
                        .text())
                .contains("Say whether the shift comes every week or once", "Give a time, such as 19:00");
    }

    @Test
    void onlyTheAuthorityAndItsStatesCoordinatorKeepTheRota() {
        for (var other :
                new Cast[] {Cast.COSTA_RICA_DUTY, Cast.PARAGUAY_COORDINATOR, Cast.SECRETARIAT, Cast.OBSERVER}) {
            as(other).page(BRAZIL + "/shifts/new").require(404);
            as(other)
                    .form(BRAZIL + "/shifts", once("2026-05-02T09:00", "2026-05-03T09:00", "FUNCTION"))
                    .require(404);
        }
        as(Cast.PARAGUAY_COORDINATOR)
                .page("/authorities/pry-sample-24-7/duty/shifts/new")
                .require(200);
        as(Cast.PARAGUAY_COORDINATOR).page("/duty").require(404);
    }

    @Test
    void theDutyIsHandedOverWithANoteForTheAuthorityAlone() {
        var duty = as(Cast.PARAGUAY_DUTY);
        var deputy = as(Cast.PARAGUAY_DEPUTY);
        var dutyIsOn = duty.page("/duty?lang=en").text().contains("You are on duty now");
        var outgoing = dutyIsOn ? duty : deputy;
        var incoming = dutyIsOn ? deputy : duty;
        outgoing.form("/duty/hand-overs?lang=en", Map.of("note", " ")).require(422);
        outgoing.form("/duty/hand-overs", Map.of("note", "Esperamos respuesta de PRY-2026-0142."))
                .require(303);

        var acceptance = acceptance(incoming.page("/duty").require(200).text());
        assertThat(outgoing.page("/duty?lang=en").text())
                .contains("waits for a colleague")
                .doesNotContain(acceptance);
        assertThat(outgoing.form(acceptance + "?lang=en", Map.of()).require(409).text())
                .contains("a hand-over of your own");
        as(Cast.COSTA_RICA_DUTY).form(acceptance, Map.of()).require(404);
        incoming.form(acceptance, Map.of()).require(303);
        incoming.form(acceptance, Map.of()).require(409);

        assertThat(incoming.page("/duty?lang=en").text()).contains("You are on duty now", "PRY-2026-0142");
        assertThat(outgoing.page("/duty?lang=en").text()).contains("You are not on duty now");
        assertThat(as(Cast.COSTA_RICA_DUTY).page("/duty").text()).doesNotContain("PRY-2026-0142");
        assertThat(as(Cast.PARAGUAY_COORDINATOR)
                        .page("/authorities/pry-sample-24-7/duty")
                        .text())
                .doesNotContain("PRY-2026-0142");

        incoming.form("/duty/hand-overs", Map.of("note", "De vuelta.")).require(303);
        outgoing.form(acceptance(outgoing.page("/duty").text()), Map.of()).require(303);
        assertThat(outgoing.page("/duty?lang=en").text()).contains("You are on duty now");
    }

    @Test
    void theCalendarSaysWhenAndTheFunctionAndNothingElse() {
        var reply = as(Cast.COSTA_RICA_DUTY).get("/duty/calendar.ics").require(200);
        assertThat(reply.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        assertThat(reply.text())
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("SUMMARY:Oficial de guardia\r\n", "T130000Z\r\n", "DTEND:")
                .doesNotContain("Costa Rica", "2555", "DESCRIPTION", "LOCATION");
        assertThat(reply.text().lines()).hasSizeGreaterThan(7 * 80).allMatch(line -> line.length() <= 75);
    }

    private static HashMap<String, String> once(String from, String until, String who) {
        var form = new HashMap<>(Map.of(
                "rhythm", "ONCE",
                "fromDay", from.substring(0, 10),
                "fromTime", from.substring(11),
                "untilDay", until.substring(0, 10),
                "untilTime", until.substring(11)));
        form.putAll(Map.of("who", who, "languages", "pt"));
        if (who.equals("FUNCTION")) {
            form.put("function", "Promotor de plantão");
        }
        return form;
    }

    /** The newest shift on the page that begins on that day. */
    private static String link(String page, String day, OfficerSession session) {
        return Pattern.compile("href=\"(" + BRAZIL + "/shifts/[0-9a-f-]{36})\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(path -> session.page(path).text().contains("value=\"" + day + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static String acceptance(String page) {
        var found = Pattern.compile("action=\"(/duty/hand-overs/[0-9a-f-]{36}/acceptance)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String seen(String page) {
        var found = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String fromTheStreet(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Accept", "text/html")
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
