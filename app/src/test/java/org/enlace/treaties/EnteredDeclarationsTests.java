package org.enlace.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What states declare under a treaty, object to, notify and withdraw: entered by one person of the secretariat and approved by another. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class EnteredDeclarationsTests {

    @LocalServerPort
    private int port;

    private OfficerSession programme;
    private OfficerSession legal;

    @BeforeEach
    void signIn() {
        programme = as(Cast.SECRETARIAT);
        legal = as(Cast.SECRETARIAT_LEGAL);
    }

    @Test
    void aReservationIsObjectedToAndWithdrawn() {
        var text = "No aplica el artículo 6 a los instrumentos hallados en su territorio.";
        enter(
                "uncac",
                Map.of("kind", "RESERVATION", "state", "GTM", "date", "2010-03-04", "articles", "6(1), 7", "es", text));
        var id = about("uncac", "Guatemala");

        assertThat(page("/treaties/uncac?on=2010-03-03&lang=en")).doesNotContain(text);
        assertThat(page("/treaties/uncac?on=2010-03-04&lang=en"))
                .contains(text, "lang=\"es\"", "not translated", "Articles 6(1), 7", "4 Mar 2010");
        assertThat(page("/states/GTM/treaties?on=2010-03-04")).contains(text);
        enter(
                "uncac",
                Map.of(
                        "kind",
                        "OBJECTION",
                        "state",
                        "PAN",
                        "date",
                        "2011",
                        "against",
                        "GTM",
                        "about",
                        id,
                        "en",
                        "Contrary to the object."));
        assertThat(page("/treaties/between?one=GTM&other=PAN&on=2012-01-01"))
                .contains(text, "Objection to Guatemala", "Contrary to the object.");
        assertThat(page("/treaties/between?one=PAN&other=CRI&on=2012-01-01")).doesNotContain("Contrary to the object.");

        enter("uncac", Map.of("kind", "WITHDRAWAL", "about", id, "date", "2015-06-01"));
        assertThat(page("/treaties/between?one=GTM&other=PAN&on=2015-05-31")).contains(text);
        assertThat(page("/treaties/between?one=GTM&other=PAN&on=2015-06-01")).doesNotContain(text, "Contrary");
        assertThat(page("/treaties/uncac?on=2015-06-01&lang=en"))
                .contains(
                        "2 no longer hold on this day", "Withdrawn: 1 Jun 2015.", "What it objects to no longer holds");
    }

    @Test
    void notifiedLanguagesAreInTheAnswerWhomToAsk() {
        // Cuba is not bound by the Nassau Convention, before which Article 18(14) steps back.
        var before = "/api/v1/channels?from=PRY&to=CUB&measure=documents&on=2026-03-14&lang=en";
        assertThat(legal.get(before).require(200).text()).doesNotContain("\"languages\":[\"es\",\"fr\"]");

        var change = enter(
                "untoc",
                Map.of(
                        "kind",
                        "LANGUAGE_NOTIFICATION",
                        "state",
                        "CUB",
                        "date",
                        "2005-01-01",
                        "articles",
                        "18(14)",
                        "languages",
                        "es, fr"));

        assertThat(legal.get(before).require(200).text()).contains("\"languages\":[\"es\",\"fr\"]");
        assertThat(page("/ask?from=PRY&to=CUB&measure=documents&on=2026-03-14&lang=en"))
                .contains("Cuba notified: Spanish, French (1 Jan 2005).");
        assertThat(page("/treaties/untoc?lang=en")).contains("Languages for requests: Spanish, French");

        var undoing = legal.form(change + "/undoing", Map.of("reason", "The note was of another State."))
                .require(303)
                .location();
        programme.form(undoing + "/approval", Map.of()).require(303);
        assertThat(legal.get(before).require(200).text()).doesNotContain("\"languages\":[\"es\",\"fr\"]");
    }

    @Test
    void aRowOfTheDatasetIsCorrected() {
        var form = "/treaties/untoc-migrants/declarations/new?declaration=untoc-migrants-bhs-1";
        assertThat(programme.page(form).require(200).text()).contains("Not bound by the dispute-settlement clause");

        enter(
                "untoc-migrants",
                Map.of(
                        "kind",
                        "RESERVATION",
                        "declaration",
                        "untoc-migrants-bhs-1",
                        "state",
                        "BHS",
                        "date",
                        "2008-09-26",
                        "articles",
                        "20(2)",
                        "en",
                        "It does not consider itself bound by paragraph 2."));

        assertThat(page("/treaties/untoc-migrants?lang=en"))
                .contains("It does not consider itself bound by paragraph 2.")
                .doesNotContain("Not bound by the dispute-settlement clause");
    }

    @Test
    void asksWhatEachKindNeeds() {
        assertThat(send("uncac", Map.of("kind", "OBJECTION", "state", "PAN"))
                        .require(422)
                        .text())
                .contains("Choose the State objected to.");
        assertThat(send("uncac", Map.of("kind", "RESERVATION", "state", "PAN", "articles", "art. six"))
                        .require(422)
                        .text())
                .contains("Give the text in one language at least.", "Write the articles as 29(4), 9(2).");
        assertThat(send("uncac", Map.of("kind", "LANGUAGE_NOTIFICATION", "state", "PAN"))
                        .require(422)
                        .text())
                .contains("Say which languages.");
        assertThat(send("uncac", Map.of("kind", "WITHDRAWAL")).require(422).text())
                .contains("Choose what is withdrawn.");
    }

    @Test
    void isNothingForOthers() {
        for (var other : new Cast[] {Cast.PARAGUAY_COORDINATOR, Cast.OBSERVER}) {
            var session = as(other);
            session.page("/treaties/uncac/declarations/new?kind=RESERVATION").require(404);
            session.form(
                            "/treaties/uncac/declarations",
                            form(Map.of("kind", "RESERVATION", "state", "PRY", "en", "No.")))
                    .require(404);
        }
    }

    private String enter(String instrument, Map<String, String> fields) {
        var change = send(instrument, fields).require(303).location();
        programme.form(change + "/approval", Map.of()).require(409);
        legal.form(change + "/approval", Map.of()).require(303);
        return change;
    }

    private OfficerSession.Reply send(String instrument, Map<String, String> fields) {
        return programme.form("/treaties/" + instrument + "/declarations", form(fields));
    }

    private static Map<String, String> form(Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("way", "DEPOSITARY");
        form.put("source", "C.N.702.2010.TREATIES-3");
        return form;
    }

    /** The id of what a state declared under an instrument, as the form of a withdrawal offers it. */
    private String about(String instrument, String state) {
        var page = programme
                .page("/treaties/" + instrument + "/declarations/new?kind=WITHDRAWAL&lang=en")
                .require(200)
                .text();
        var found = Pattern.compile("value=\"([0-9a-z-]{8,})\"[^>]*>" + state).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String page(String path) {
        return legal.page(path).require(200).text();
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
