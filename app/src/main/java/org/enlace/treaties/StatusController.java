package org.enlace.treaties;

import static org.enlace.ui.Answer.seeOther;

import java.time.Clock;
import java.util.List;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.paper.Pdf;
import org.enlace.paper.Sheet;
import org.enlace.paper.WordFile;
import org.enlace.states.Day;
import org.enlace.states.StateSets;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents on the status of treaties: for all to read, as a page, a PDF or a file for a word processor; issued by the secretariat. */
@Controller
class StatusController {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final StatusDocuments documents;
    private final StatusReading reading;
    private final Instruments instruments;
    private final StateSets sets;
    private final Clock clock;

    StatusController(
            StatusDocuments documents, StatusReading reading, Instruments instruments, StateSets sets, Clock clock) {
        this.documents = documents;
        this.reading = reading;
        this.instruments = instruments;
        this.sets = sets;
        this.clock = clock;
    }

    @GetMapping("/treaties/status")
    Answer list(Viewer viewer) {
        var today = Day.today(viewer, clock);
        var asked = sets.asked(null, List.of(), today, viewer.language());
        return new StatusListPage(documents.all(), viewer.is(Role.SECRETARIAT) ? instruments.all() : List.of(), asked);
    }

    @PostMapping("/treaties/status")
    Answer issue(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(name = "states", required = false) @Nullable String set,
            @RequestParam(name = "state", defaultValue = "") List<String> ticked,
            @RequestParam(name = "instrument", defaultValue = "") List<String> ids,
            Viewer viewer) {
        var asked = sets.asked(set, ticked, Day.asked(on, viewer, clock), viewer.language());
        return seeOther(documents.issue(asked.set(), asked.on(), ids, viewer).path());
    }

    @GetMapping({"/treaties/status/{year}/{number}", "/treaties/status/{year}/{number}/{corrigendum}"})
    Answer show(
            @PathVariable int year,
            @PathVariable int number,
            @PathVariable(required = false) @Nullable Integer corrigendum,
            Viewer viewer) {
        var document = documents.require(year, number, corrigendum == null ? 0 : corrigendum);
        return new StatusPage(
                document,
                document.isCorrigendum() ? List.of() : documents.corrigendaOf(document),
                reading.sheet(document, viewer.language()));
    }

    @GetMapping("/treaties/status/{year}/{number}/{corrigendum}/pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable int year, @PathVariable int number, @PathVariable int corrigendum, Viewer viewer) {
        var sheet = reading.sheet(documents.require(year, number, corrigendum), viewer.language());
        return file(sheet, MediaType.APPLICATION_PDF, "pdf", Pdf.of(sheet));
    }

    @GetMapping("/treaties/status/{year}/{number}/{corrigendum}/docx")
    ResponseEntity<byte[]> docx(
            @PathVariable int year, @PathVariable int number, @PathVariable int corrigendum, Viewer viewer) {
        var sheet = reading.sheet(documents.require(year, number, corrigendum), viewer.language());
        return file(sheet, DOCX, "docx", WordFile.of(sheet));
    }

    private static ResponseEntity<byte[]> file(Sheet sheet, MediaType type, String ending, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.VARY, "Cookie, Accept-Language")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(sheet.fileName(ending))
                                .build()
                                .toString())
                .body(bytes);
    }
}
