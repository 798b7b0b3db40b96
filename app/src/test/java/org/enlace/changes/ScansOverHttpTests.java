package org.enlace.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Reply;
import org.enlace.ledger.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** Paraguay's coordinator attaches the scanned note to what she proposes; the secretariat reads it before it decides. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"enlace.scans.largest=4MB", "enlace.scans.most=3", "enlace.scans.keep-unfinished=0s"})
@ActiveProfiles("demo")
class ScansOverHttpTests {

    private static final int MEBIBYTE = 1 << 20;
    private static int count;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ScanCleaning cleaning;

    private final byte[] note = bytes("%PDF-1.7\n", 2 * MEBIBYTE + 4_321);
    private OfficerSession coordinator;
    private OfficerSession legal;
    private String change;

    @BeforeEach
    void propose() {
        coordinator = as(Cast.PARAGUAY_COORDINATOR);
        legal = as(Cast.SECRETARIAT_LEGAL);
        change = proposedBy(coordinator);
    }

    @Test
    void goesOnWhereItStoppedAndIsReadBeforeTheDecision() {
        var begun = begin(note, "Nota 14.pdf").require(201).json();
        var scan = begun.get("id").asString();
        put(scan, 0, note).require(204);

        // The page was closed. The same file is chosen again.
        assertThat(coordinator.page(change + "?lang=en").text())
                .contains("1.0 MB of 2.1 MB have arrived", "Choose the same file again");
        assertThat(legal.page(change + "?lang=en").text()).contains("It cannot be read yet");
        legal.get(at(scan)).require(404);
        var again = begin(note, "copy of it.pdf").require(201).json();
        assertThat(again.get("id").asString()).isEqualTo(scan);
        assertThat(again.get("missing").get(0).asInt()).isEqualTo(1);
        assertRefused(complete(scan), 409, "SCAN_INCOMPLETE");
        put(scan, 1, note).require(204);
        put(scan, 2, note).require(204);
        assertThat(complete(scan).require(200).json().get("stored").asBoolean()).isTrue();
        assertThat(complete(scan).require(200).json().get("stored").asBoolean()).isTrue();
        assertThat(begin(note, "Nota 14.pdf").require(201).json().get("stored").asBoolean())
                .isTrue();

        var page = legal.page(change + "?lang=en").require(200).text();
        assertThat(page)
                .contains(
                        "Nota 14.pdf",
                        Hash.sha256(note).hex(),
                        "2.1 MB",
                        "attached by Coordinadora nacional, Paraguay",
                        "Read the scan");
        assertThat(legal.get(at(scan)).require(200).body()).isEqualTo(note);
        approve(legal, page).require(303);
        assertThat(legal.get(at(scan)).require(200).body()).isEqualTo(note);
    }

    @Test
    void comesOutAsAFileAndNeverAsAPageOfOurs() {
        var page = "%PDF-<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        var scan = stored(page, "..\\C:\\nota\u202efdp.html");
        var reply = legal.page(at(scan)).require(200);
        assertThat(header(reply, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(reply, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("notafdp.html.pdf")
                .doesNotContain("\u202e");
        assertThat(header(reply, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.response().headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox");
        assertThat(header(reply, "Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff\u00d8\u00ff\u00e0", "\u0089PNG\r\n\u001a\n", "II*\0", "MM\0*"})
    void isAPictureOfTheUsualKinds(String beginning) {
        var picture = bytes(beginning, 500);
        assertThat(legal.get(at(stored(picture, "scan"))).require(200).body()).isEqualTo(picture);
    }

    @Test
    void isSeenByWhoeverSeesTheChangeAndByNobodyElse() {
        var scan = stored(note, "nota.pdf");
        approve(legal, legal.page(change).text()).require(303);
        for (var may : new Cast[] {Cast.PARAGUAY_COORDINATOR, Cast.SECRETARIAT, Cast.SECRETARIAT_LEGAL}) {
            as(may).get(at(scan)).require(200);
        }
        for (var mayNot : new Cast[] {Cast.PARAGUAY_DUTY, Cast.COSTA_RICA_DUTY, Cast.OBSERVER}) {
            as(mayNot).get(at(scan)).require(404);
        }
        OfficerSession.visitor(base()).get(at(scan)).require(401);
        var other = proposedBy(coordinator);
        legal.get(other + "/scans/" + scan).require(404);
    }

    @Nested
    class WithoutScripts {

        @Test
        void comesInOnePiece() {
            var reply = coordinator.attach(change + "/scans/whole", "scan", "nota ñ.pdf", note);
            assertThat(reply.require(303).location()).isEqualTo(change);
            var page = legal.page(change).text();
            assertThat(page).contains("nota ñ.pdf", Hash.sha256(note).hex());
            assertThat(legal.get(scanOn(page)).require(200).body()).isEqualTo(note);
        }

        @Test
        void goesOnWithWhatArrivedBefore() {
            var scan = begin(note, "nota.pdf").require(201).json().get("id").asString();
            put(scan, 1, note).require(204);
            coordinator
                    .attach(change + "/scans/whole", "scan", "nota.pdf", note)
                    .require(303);
            assertThat(legal.get(at(scan)).require(200).body()).isEqualTo(note);
        }

        @Test
        void isToldWhatIsWrongThoughMuchMoreWasSent() {
            var whole = change + "/scans/whole";
            var huge = bytes("%PDF-", 12 * MEBIBYTE);
            assertThat(coordinator
                            .attach(whole, "scan", "huge.pdf", huge)
                            .require(422)
                            .text())
                    .contains("supera los 4 MB");
            assertThat(coordinator
                            .attach(whole, "scan", "nota.pdf", bytes("MZ", 50_000))
                            .require(422)
                            .text())
                    .contains("no es PDF");
            coordinator.attach(whole, "scan", "", new byte[0]).require(422);
            coordinator.form(whole, Map.of()).require(422);
            assertThat(legal.attach(whole, "scan", "huge.pdf", huge)
                            .require(409)
                            .text())
                    .contains("Only whoever proposed");
            as(Cast.COSTA_RICA_DUTY).attach(whole, "scan", "huge.pdf", huge).require(404);
            assertThat(begun()).isZero();
        }

        @Test
        void isNotLetInWithoutTheFormsKey() {
            coordinator
                    .attach(change + "/scans/whole", "scan", "nota.pdf", note, "forged")
                    .require(403);
            assertThat(begun()).isZero();
        }
    }

    @Nested
    class IsRefused {

        @Test
        void whatIsTooLargeBeforeAByteOfItIsSent() {
            assertRefused(announce(4L * MEBIBYTE + 1, "0".repeat(64)), 422, "SCAN_TOO_LARGE");
            announce(4L * MEBIBYTE, "0".repeat(64)).require(201);
        }

        @Test
        void whatIsNotAnnouncedProperly() {
            assertThat(announce(0, "0".repeat(64)).status()).isEqualTo(400);
            assertThat(announce(10, "hash").status()).isEqualTo(400);
        }

        @Test
        void whatIsNoScanWhateverItsName() {
            var page = bytes("<!doctype html>", 2_000);
            var scan = begin(page, "nota.pdf").require(201).json().get("id").asString();
            assertRefused(put(scan, 0, page), 422, "SCAN_TYPE");
            assertThat(begun()).isZero();
        }

        @Test
        void whatIsNotWhatWasAnnounced() {
            var scan = begin(note, "nota.pdf").require(201).json().get("id").asString();
            var altered = note.clone();
            altered[MEBIBYTE] ^= 1;
            for (var number = 0; number < 3; number++) {
                put(scan, number, altered).require(204);
            }
            assertRefused(complete(scan), 422, "SCAN_DIFFERS");
            assertThat(begun()).isZero();
            assertThat(stored(note, "nota.pdf")).isNotEqualTo(scan);
        }

        @Test
        void aChunkThatDoesNotFit() {
            var scan = begin(note, "nota.pdf").require(201).json().get("id").asString();
            for (var chunk :
                    List.of(List.of(0, MEBIBYTE - 1), List.of(0, MEBIBYTE + 1), List.of(2, 1), List.of(3, 1))) {
                var reply = coordinator.put(at(scan) + "/chunks/" + chunk.getFirst(), new byte[chunk.getLast()]);
                assertRefused(reply, 422, "SCAN_CHUNK");
            }
        }

        @Test
        void whatSomebodyElseAdds() {
            var scan = begin(note, "nota.pdf").require(201).json().get("id").asString();
            assertRefused(legal.put(at(scan) + "/chunks/0", new byte[5]), 409, "NOT_YOURS");
            assertRefused(legal.post(change + "/scans", announcement(10, "0".repeat(64))), 409, "NOT_YOURS");
            as(Cast.COSTA_RICA_DUTY)
                    .post(change + "/scans", announcement(10, "0".repeat(64)))
                    .require(404);
        }

        @Test
        void moreThanTheChangeMayHave() {
            for (var number = 1; number <= 3; number++) {
                stored(bytes("%PDF-", 100 + number), number + ".pdf");
            }
            assertRefused(begin(note, "4.pdf"), 409, "SCAN_TOO_MANY");
            coordinator
                    .form(scanOn(coordinator.page(change).text()) + "/removal", Map.of())
                    .require(303);
            stored(note, "4.pdf");
        }

        @Test
        void whatArrivesAfterTheDecision() {
            var stored = stored(bytes("%PDF-", 300), "one.pdf");
            var scan = begin(note, "two.pdf").require(201).json().get("id").asString();
            put(scan, 0, note).require(204);
            approve(legal, legal.page(change).text()).require(303);
            assertRefused(put(scan, 1, note), 409, "ALREADY_DECIDED");
            assertRefused(complete(scan), 409, "ALREADY_DECIDED");
            assertRefused(begin(bytes("%PDF-", 400), "three.pdf"), 409, "ALREADY_DECIDED");
            coordinator.form(at(stored) + "/removal", Map.of()).require(409);
            legal.get(at(stored)).require(200);
            cleaning.clean();
            assertThat(begun()).isEqualTo(1);
        }
    }

    @Test
    void isTakenBackAsAFactAndItsBytesGo() {
        var scan = stored(note, "wrong-person.pdf");
        var seen = legal.page(change).text();
        coordinator.form(at(scan) + "/removal", Map.of()).require(303);

        legal.get(at(scan)).require(404);
        assertThat(legal.page(change + "?lang=en").text())
                .contains("wrong-person.pdf", "taken back by", Hash.sha256(note).hex());
        assertThat(jdbc.sql("select count(*) from changes.scan_chunk where scan = cast(:scan as uuid)")
                        .param("scan", scan)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(approve(legal, seen).require(409).text()).contains("no longer those");
        approve(legal, legal.page(change).text()).require(303);
    }

    @Test
    void nobodyApprovesAScanTheyHaveNotSeen() {
        var seen = legal.page(change).text();
        stored(note, "late.pdf");
        approve(legal, seen).require(409);
        legal.form(change + "/approval", Map.of()).require(409);
        approve(legal, legal.page(change).text()).require(303);
    }

    @Test
    void isForgottenWhenNobodyComesBackToFinishIt() {
        var scan = begin(note, "half.pdf").require(201).json().get("id").asString();
        put(scan, 0, note).require(204);
        stored(bytes("%PDF-", 900), "whole.pdf");
        cleaning.clean();
        assertThat(begun()).isEqualTo(1);
    }

    private String stored(byte[] file, String name) {
        var scan = begin(file, name).require(201).json().get("id").asString();
        for (var number = 0; number * MEBIBYTE < file.length; number++) {
            put(scan, number, file).require(204);
        }
        complete(scan).require(200);
        return scan;
    }

    private Reply begin(byte[] file, String name) {
        return coordinator.post(
                change + "/scans",
                Map.of(
                        "name",
                        name,
                        "size",
                        file.length,
                        "sha256",
                        Hash.sha256(file).hex()));
    }

    private Reply announce(long size, String sha256) {
        return coordinator.post(change + "/scans", announcement(size, sha256));
    }

    private static Map<String, Object> announcement(long size, String sha256) {
        return Map.of("name", "nota.pdf", "size", size, "sha256", sha256);
    }

    private Reply put(String scan, int number, byte[] file) {
        var chunk = Arrays.copyOfRange(file, number * MEBIBYTE, Math.min(file.length, (number + 1) * MEBIBYTE));
        return coordinator.put(at(scan) + "/chunks/" + number, chunk);
    }

    private Reply complete(String scan) {
        return coordinator.post(at(scan) + "/completion", Map.of());
    }

    private String at(String scan) {
        return change + "/scans/" + scan;
    }

    /** The button of a page that was loaded some time ago. */
    private Reply approve(OfficerSession who, String page) {
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(page);
        assertThat(seen.find()).isTrue();
        return who.form(change + "/approval", Map.of("seen", seen.group(1)));
    }

    private static String scanOn(String page) {
        var link = Pattern.compile("/changes/[0-9a-f-]{36}/scans/[0-9a-f-]{36}").matcher(page);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private int begun() {
        return jdbc.sql("select count(*) from changes.scan where change = cast(:change as uuid)")
                .param("change", change.substring("/changes/".length()))
                .query(Integer.class)
                .single();
    }

    private static String proposedBy(OfficerSession who) {
        var fields = new HashMap<String, String>();
        fields.put("kind", "PROSECUTION_UNIT");
        fields.put("name", "Fiscalía de la Nota " + ++count);
        fields.put("nameLanguage", "es");
        fields.put("zone", "America/Asuncion");
        fields.put("way", "NOTE_VERBALE");
        fields.put("source", "Nota " + count + "/2026");
        return who.form("/states/PRY/authorities", fields).require(303).location();
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn(base(), member);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private static byte[] bytes(String beginning, int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var first = beginning.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(first, 0, bytes, 0, first.length);
        return bytes;
    }

    private static void assertRefused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().path("detail").asString("")).as("a sentence").contains(" ");
    }

    private static String header(Reply reply, String name) {
        return reply.response().headers().firstValue(name).orElseThrow();
    }
}
