package org.enlace.updates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.w3c.dom.Document;

/** What changed lately: on a page, in a feed and by mail, and nothing of what waits. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class UpdatesTests {

    private static final String SOURCE = "C.N.811.2010.TREATIES-4";

    @LocalServerPort
    private int port;

    @Autowired
    private Digest digest;

    @Autowired
    private JdbcClient sql;

    private OfficerSession programme;
    private OfficerSession legal;

    @BeforeEach
    void signIn() {
        programme = as(Cast.SECRETARIAT);
        legal = as(Cast.SECRETARIAT_LEGAL);
    }

    @Test
    void tellsEverybodyWhatWasApprovedAndNothingBefore() throws Exception {
        var change = propose("uncac", "DMA", SOURCE);
        assertThat(anybody("/updates?lang=en")).doesNotContain(SOURCE);
        assertThat(anybody("/updates/feed?lang=en")).doesNotContain(SOURCE);
        assertThat(anybody("/sources?lang=en")).doesNotContain(SOURCE);

        approve(change);

        assertThat(anybody("/updates?lang=en")).contains("Dominica · Declaration", "entered", SOURCE);
        assertThat(anybody("/updates?lang=es&state=DMA")).contains("Dominica · Declaración", "registrado");
        assertThat(anybody("/updates?lang=en&state=CRI")).doesNotContain(SOURCE);
        assertThat(anybody("/updates?lang=en&instrument=uncac")).contains(SOURCE);
        assertThat(anybody("/updates?lang=en&instrument=untoc")).doesNotContain(SOURCE);
        assertThat(anybody("/updates?lang=en&state=DMA"))
                .contains("rel=\"alternate\" type=\"application/atom+xml\"")
                .doesNotContain("Programme officer", "Legal officer");
        assertThat(part("/states/DMA/updates")).contains("Dominica · Declaration");
        assertThat(part("/updates/latest")).contains("Dominica · Declaration");
        assertThat(anybody("/")).contains("hx-get=\"/updates/latest\"");
    }

    @Test
    void isAFeedInEachLanguage() throws Exception {
        approve(propose("uncac", "GRD", "C.N.812 & <2010>"));

        var feed = xml(anybody("/updates/feed?state=GRD&lang=fr"));

        var root = feed.getDocumentElement();
        assertThat(root.getAttribute("xml:lang")).isEqualTo("fr");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Enlace, derniers changements\u00a0: Grenade");
        assertThat(feed.getElementsByTagName("entry").getLength()).isOne();
        assertThat(feed.getElementsByTagName("summary").item(0).getTextContent())
                .isEqualTo("Communication du dépositaire\u00a0: C.N.812 & <2010>");
        assertThat(xml(anybody("/updates/feed?state=GRD&instrument=untoc&lang=pt"))
                        .getElementsByTagName("entry")
                        .getLength())
                .isZero();
    }

    @Test
    void whoFollowsAStateIsToldOnceADayAndStopsWithoutSigningIn() throws Exception {
        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        coordinator.form("/updates/subscriptions", Map.of("state", "HTI")).require(303);
        assertThat(coordinator.page("/updates?state=HTI&lang=en").text()).contains("You are told about");
        var morning = Instant.now().plusSeconds(172_800).toString().substring(0, 10) + "T15:00:00Z";

        approve(propose("uncac", "JAM", "C.N.813"));
        digest.tell(Instant.parse(morning));
        assertThat(mails()).isEmpty();
        // What follows was approved before that morning, so the reader is set back to now.
        sql.sql("update updates.reader set told_until = now() - interval '1 minute'")
                .update();

        approve(propose("uncac", "HTI", "C.N.814"));
        digest.tell(Instant.parse(morning));
        digest.tell(Instant.parse(morning).plusSeconds(3_600));
        assertThat(mails()).hasSize(1);

        var link = mails().getFirst();
        assertThat(anybody(link + "&lang=en"))
                .contains("C.N.814", "Stop these mails")
                .doesNotContain("C.N.813");
        var stop = link.substring(0, link.indexOf('?')) + "/stop";
        assertThat(get(stop, "text/html", false).statusCode())
                .as("looking stops nothing")
                .isEqualTo(303);
        assertThat(oneClick(stop)).isEqualTo(200);
        assertThat(get(link, "text/html", false).statusCode()).isEqualTo(404);
        assertThat(coordinator.page("/updates?lang=en").text()).doesNotContain("You are told about");
    }

    @Test
    void onlyWhoIsSignedInCanFollow() throws Exception {
        assertThat(anybody("/updates?lang=en")).doesNotContain("action=\"/updates/subscriptions\"");
        programme.form("/updates/subscriptions", Map.of("state", "ZZZ")).require(404);
        programme
                .form("/updates/subscriptions", Map.of("state", "HTI", "instrument", "untoc"))
                .require(404);
        assertThat(get("/updates/mail/" + UUID.randomUUID() + "?since=2026-01-01", "text/html", false)
                        .statusCode())
                .isEqualTo(404);
    }

    /** As a mail program writes it: no page before, no cookie, no form key. */
    private int oneClick(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        try (var program = HttpClient.newHttpClient()) {
            return program.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private List<String> mails() {
        return sql.sql("select path from notices.notice where kind = 'UPDATES'")
                .query(String.class)
                .list();
    }

    private String propose(String instrument, String state, String source) {
        var form = new LinkedHashMap<>(Map.of("kind", "DECLARATION", "state", state, "en", "Declares."));
        form.put("way", "DEPOSITARY");
        form.put("source", source);
        return programme
                .form("/treaties/" + instrument + "/declarations", form)
                .require(303)
                .location();
    }

    private void approve(String change) {
        legal.form(change + "/approval", Map.of()).require(303);
    }

    private String anybody(String path) throws Exception {
        return get(path, "text/html", false).body();
    }

    private String part(String path) throws Exception {
        return get(path + "?lang=en", "text/html", true).body();
    }

    /** As somebody without a session. */
    private HttpResponse<String> get(String path, String accept, boolean fetched) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", accept);
        if (fetched) {
            request.header("HX-Request", "true");
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
