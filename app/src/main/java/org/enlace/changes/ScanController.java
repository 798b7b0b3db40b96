package org.enlace.changes;

import static org.enlace.ui.Answer.seeOther;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Scans come in chunk by chunk, go out whole, and are taken back. */
@Controller
class ScanController {

    /** A file from outside gets none of our rights, should a browser show it after all. */
    private static final String NO_RIGHTS = "default-src 'none'; sandbox";

    private final Scans scans;
    private final Semaphore places;

    ScanController(Scans scans, ScanSettings settings) {
        this.scans = scans;
        this.places = new Semaphore(settings.chunksAtOnce());
    }

    @PostMapping("/changes/{change}/scans")
    ResponseEntity<Progress> begin(
            @PathVariable UUID change, @RequestBody @Valid Announcement announced, Viewer viewer) {
        var scan = scans.begin(change, announced.name(), announced.size(), announced.sha256(), viewer);
        return ResponseEntity.status(HttpStatus.CREATED).body(progress(scan));
    }

    @PutMapping("/changes/{change}/scans/{id}/chunks/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable UUID change,
            @PathVariable UUID id,
            @PathVariable int number,
            HttpServletRequest request,
            Viewer viewer)
            throws IOException, InterruptedException {
        var length = scans.lengthOf(change, id, number, viewer);
        if (request.getContentLengthLong() > length) {
            throw ScanRefusal.SCAN_CHUNK.refused();
        }
        if (!places.tryAcquire(20, TimeUnit.SECONDS)) {
            throw ScanRefusal.SCAN_BUSY.refused();
        }
        try {
            // One byte more than fits, so that a body that is too long is noticed and never held.
            scans.put(change, id, number, request.getInputStream().readNBytes(length + 1), viewer);
        } finally {
            places.release();
        }
    }

    @PostMapping("/changes/{change}/scans/{id}/completion")
    ResponseEntity<Progress> complete(@PathVariable UUID change, @PathVariable UUID id, Viewer viewer) {
        return ResponseEntity.ok(progress(scans.complete(change, id, viewer)));
    }

    @PostMapping("/changes/{change}/scans/{id}/removal")
    Answer remove(@PathVariable UUID change, @PathVariable UUID id, Viewer viewer) {
        scans.remove(change, id, viewer);
        return seeOther("/changes/" + change + "#scans");
    }

    /** Always to be saved, and never shown as a page of ours; our own page shows pictures in its midst. */
    @GetMapping("/changes/{change}/scans/{id}")
    void read(@PathVariable UUID change, @PathVariable UUID id, Viewer viewer, HttpServletResponse response)
            throws IOException {
        var scan = scans.require(change, id, viewer);
        var type = scan.requireStored().type();
        response.setContentType(type.mediaType());
        response.setContentLengthLong(scan.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(type.fileName(scan.name()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", NO_RIGHTS);
        response.setHeader("X-Content-Type-Options", "nosniff");
        scans.write(scan, response.getOutputStream());
    }

    private Progress progress(Scan scan) {
        var missing = scans.firstMissing(scan);
        return new Progress(
                scan.id(), scan.size(), missing < scan.allChunks() ? List.of(missing) : List.of(), scan.isThere());
    }

    record Announcement(
            @NotNull String name,
            @Positive long size,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    /** @param missing the first chunk missing, or nothing when all are here */
    record Progress(UUID id, long size, List<Integer> missing, boolean stored) {}
}
