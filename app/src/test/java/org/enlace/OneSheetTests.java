package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The answer to "Whom do I ask?" goes to the telephone on one sheet of A4, also where two authorities and eight other channels stand on it. */
class OneSheetTests {

    @RegisterExtension
    private static final DemoToVisit demo = DemoToVisit.shared();

    /** Those that filled most of all pairs and measures that were looked at, and the everyday ones. */
    private static final String[] QUESTIONS = {
        "from=DOM&to=COL&measure=documents",
        "from=COL&to=BRA&measure=traffic-data",
        "from=CRI&to=PER&measure=video-hearing",
        "from=CRI&to=PER&measure=freezing",
        "from=MEX&to=PER&measure=traffic-data",
        "from=ARG&to=BRA&measure=content",
        "from=PRY&to=CRI&measure=preservation",
        "from=USA&to=MEX&measure=testimony",
        "from=ARG&to=CHL&measure=extradition",
        "from=CAN&to=JAM&measure=emergency",
    };

    @Test
    void theAnswerIsPrintedOnOneSheet() throws IOException {
        var pages = new LinkedHashMap<String, Integer>();
        try (var visit = Browsers.visit(Language.ES)) {
            for (var question : QUESTIONS) {
                for (var language : Language.values()) {
                    var address = "/ask?" + question + "&lang=" + language.tag();
                    visit.page().navigate(demo.localhost() + address);
                    pages.put(address, sheets(visit.page()));
                }
            }
        }
        assertThat(pages).hasSize(QUESTIONS.length * Language.values().length);
        pages.values().removeIf(count -> count == 1);
        assertThat(pages).as("answers that need more than one sheet").isEmpty();
    }

    private static int sheets(Page page) throws IOException {
        var best = page.locator("#best").innerText().lines().findFirst().orElseThrow();
        try (var pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .as("what is printed")
                    .contains(best.split(" ")[0]);
            return pdf.getNumberOfPages();
        }
    }
}
