package org.enlace.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** "How many had ratified on 7 October 2009?", on paper, and what happens when a deposit had been left out. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class StatusDocumentsTests {

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
    void standsOnAPageAPdfAndAFileForAWordProcessor() throws Exception {
        var path = issue("untoc");

        assertThat(programme.page(path + "?lang=fr").text())
                .contains("État des signatures et ratifications au 7 oct. 2009", "29 sur 34 sont parties");
        assertThat(pdf(path + "/0/pdf?lang=es"))
                .contains("TS/20", "Al 7 oct 2009", "29 de 34 son parte", "Antigua y Barbuda", "1 / ");
        assertThat(docx(path + "/0/docx?lang=pt"))
                .contains("Situação das assinaturas e ratificações em 7 de out. de 2009", "29 de 34 são partes");
        assertThat(programme.get(path + "/0/pdf").response().headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        name -> assertThat(name).matches("attachment; filename=\"TS-20\\d\\d-\\d+-..\\.pdf\""));
    }

    @Test
    void isCorrectedWithTheChangedEntriesOnlyWhenAnOmittedActionIsEntered() throws Exception {
        var path = issue("untoc-migrants");
        var other = issue("untoc");
        var entered = enter("2009-10-06");
        assertThat(programme.page(path + "/1").status()).isEqualTo(404);

        legal.form(entered + "/approval", Map.of()).require(303);

        assertThat(programme.page(path).require(200).text()).contains("This document has a corrigendum", "26 of 34");
        var corrigendum = pdf(path + "/1/pdf?lang=en");
        assertThat(corrigendum)
                .contains("Corr.1", "corrigendum", "Colombia", "accession, 6 Oct 2009")
                .doesNotContain("Costa Rica");
        programme.page(other + "/1").require(404);

        undo(entered);
        assertThat(pdf(path + "/2/pdf?lang=en")).contains("Corr.2", "Colombia");
        programme.page(path + "/3").require(404);
    }

    @Test
    void isIssuedByTheSecretariatOnly() {
        for (var other : new Cast[] {Cast.PARAGUAY_COORDINATOR, Cast.PARAGUAY_DUTY, Cast.OBSERVER}) {
            as(other).form("/treaties/status", question("untoc")).require(404);
        }
        programme.form("/treaties/status", Map.of("on", "2009-10-07")).require(400);
        programme.page("/treaties/status/1999/1").require(404);
    }

    private String issue(String instrument) {
        return programme
                .form("/treaties/status", question(instrument))
                .require(303)
                .location();
    }

    private static Map<String, String> question(String instrument) {
        return Map.of("on", "2009-10-07", "states", "active-members", "instrument", instrument);
    }

    private String enter(String date) {
        var form = new LinkedHashMap<String, String>();
        form.put("state", "COL");
        form.put("act", "ACCESSION");
        form.put("date", date);
        form.put("way", "DEPOSITARY");
        form.put("source", "C.N.701.2009.TREATIES-12");
        form.put("address", "");
        form.put("note", "");
        return programme
                .form("/treaties/untoc-migrants/actions", form)
                .require(303)
                .location();
    }

    private void undo(String change) {
        var undoing = legal.form(change + "/undoing", Map.of("reason", "Announced only."))
                .require(303)
                .location();
        programme.form(undoing + "/approval", Map.of()).require(303);
    }

    private String pdf(String path) throws IOException {
        try (var document = Loader.loadPDF(programme.get(path).require(200).body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String docx(String path) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(
                        programme.get(path).require(200).body()));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
