package org.enlace.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.keys.AuthorityKey;
import org.enlace.ledger.Hash;
import org.enlace.ledger.SigningKey;
import org.enlace.sealing.Age;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The directory on paper, for the shelf of an authority whose link may be down. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class ShelfTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Editions editions;

    @Test
    void everyPageStandsByItself() throws Exception {
        var reader = as(Cast.OBSERVER);
        var pages = pages(reader.get("/directory/shelf.pdf?state=CRI,PRY&lang=en")
                .require(200)
                .body());
        var hash = Hash.sha256(
                        reader.get("/directory/shelf/PRY.csv").require(200).body())
                .hex();

        assertThat(pages).hasSizeGreaterThan(2);
        for (var number = 0; number < pages.length; number++) {
            assertThat(pages[number])
                    .contains("As of ", " UTC", "Do not rely on it after ", "SHA-256 ")
                    .contains((number + 1) + " / " + pages.length);
        }
        assertThat(pages[0]).contains("Directory of authorities: 2 States", hash);
        assertThat(pages[pages.length - 1]).contains(hash);
        assertThat(String.join("", pages))
                .contains(
                        "Paraguay",
                        "CERT-PY",
                        "unconfirmed",
                        "America/Asuncion (UTC-0",
                        "Answered by",
                        "Call-back code");
    }

    @Test
    void speaksTheReadersLanguage() throws Exception {
        var reader = as(Cast.OBSERVER);
        for (var said : Map.of(
                        "es", "No confíe en este documento después del",
                        "fr", "Ne vous y fiez plus après le",
                        "pt", "Não confie neste documento depois de")
                .entrySet()) {
            assertThat(pages(reader.get("/directory/shelf.pdf?state=BRA&lang=" + said.getKey())
                            .require(200)
                            .body()))
                    .allSatisfy(
                            page -> assertThat(page).contains(said.getValue()).doesNotContain("#"));
        }
    }

    @Test
    void paperIsCheckedByTheFirstDigitsAtItsFoot() {
        var reader = as(Cast.OBSERVER);
        var file = reader.get("/directory/shelf/URY.csv").require(200);
        var hash = Hash.sha256(file.body()).hex();
        editions.keep();

        assertThat(reader.page("/directory/shelf?lang=en&sha256=" + hash.substring(0, 16))
                        .text())
                .contains("Uruguay: the directory still says so");
        assertThat(reader.page("/directory/shelf?lang=en&sha256=" + "0".repeat(64))
                        .text())
                .contains("Not known here");
        assertThat(reader.page("/directory/shelf?lang=en&sha256=" + hash.substring(0, 8))
                        .text())
                .as("eight digits are found by chance")
                .contains("Not known here");

        var coordinator = as(Cast.PARAGUAY_COORDINATOR);
        var before =
                Hash.sha256(coordinator.get("/directory/shelf/PRY.csv").body()).hex();
        editions.keep();
        coordinator.form("/authorities/pry-cert-py/confirmation", Map.of()).require(303);
        assertThat(reader.page("/directory/shelf?lang=en&sha256=" + before).text())
                .contains("Paraguay: ours, and no longer right");
        assertThat(Hash.sha256(reader.get("/directory/shelf/PRY.csv?sha256=" + before)
                                .require(200)
                                .body())
                        .hex())
                .isEqualTo(before);
    }

    @Test
    void theSealedCopyIsForTheOfficersOwnAuthorityAndHoldsItsMailbox() throws Exception {
        var officer = as(Cast.COSTA_RICA_DUTY);
        var sealed = officer.get("/directory/shelf.pdf.age?state=CRI&lang=es").require(200);
        var opened = String.join("", pages(Age.open(sealed.body(), officer.authorityKey())));
        var open = String.join(
                "",
                pages(officer.get("/directory/shelf.pdf?state=CRI&lang=es")
                        .require(200)
                        .body()));

        assertThat(opened)
                .contains("Buzón institucional", "cri-sample-24-7@enlace.example")
                .contains("Línea de guardia", "+506 2555 0100");
        assertThat(open)
                .as("the copy that is not sealed may be passed on")
                .doesNotContain("Buzón institucional", "Línea de guardia");
        for (var other : new Cast[] {Cast.OBSERVER, Cast.SECRETARIAT, Cast.PARAGUAY_COORDINATOR}) {
            as(other).get("/directory/shelf.pdf.age?state=CRI").require(404);
            assertThat(as(other).page("/directory/shelf").text()).doesNotContain("shelf.pdf.age");
        }
        assertThat(officer.page("/directory/shelf").text()).contains("shelf.pdf.age");
    }

    @Test
    void theAgeProgramOpensItWithTheAuthoritysKeyAndWithTheRecoverySheet(@TempDir Path folder) throws Exception {
        var authority = Age.newIdentity();
        var sheet = Age.newIdentity();
        var key = new AuthorityKey(
                "cri-oatri",
                1,
                authority.recipient(),
                sheet.recipient(),
                SigningKey.generate().verifyingKey(),
                new UUID(0, 1),
                Hash.sha256(new byte[0]),
                Instant.EPOCH);
        var plain = "%PDF call before you send".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var sealed = Files.write(folder.resolve("directory.pdf.age"), SealedCopy.seal(plain, key));

        for (var identity : new Age.Identity[] {authority, sheet}) {
            var code = Files.writeString(folder.resolve("code.txt"), identity.secret() + "\n");
            var out = folder.resolve("directory.pdf");
            var age = new ProcessBuilder("age", "-d", "-i", code.toString(), "-o", out.toString(), sealed.toString())
                    .inheritIO()
                    .start();
            assertThat(age.waitFor()).isZero();
            assertThat(out).hasBinaryContent(plain);
        }
    }

    private static String[] pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new String[document.getNumberOfPages()];
            var reading = new PDFTextStripper();
            for (var number = 0; number < pages.length; number++) {
                reading.setStartPage(number + 1);
                reading.setEndPage(number + 1);
                pages[number] = reading.getText(document).replace('\u00a0', ' ');
            }
            return pages;
        }
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
