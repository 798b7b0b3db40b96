package org.enlace.documents;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.enlace.Doors;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Hands out sealed bytes, whole or in part, to the authorities concerned. For all others they are not there. */
@Controller
class SealedFileController {

    private final SealedFiles files;

    SealedFileController(SealedFiles files) {
        this.files = files;
    }

    @Operation(summary = "A sealed file, whole or in part") // described although it writes the answer itself
    @GetMapping({"/documents/{id}", Doors.SYSTEMS + "/documents/{id}"})
    void read(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var file = files.require(id, viewer);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, '"' + String.valueOf(file.sha256()) + '"');
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        var ranges = parse(range);
        if (ranges.size() != 1) {
            send(file, 0, file.size(), response);
            return;
        }
        var from = ranges.getFirst().getRangeStart(file.size());
        if (from >= file.size()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        var to = ranges.getFirst().getRangeEnd(file.size());
        response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + '-' + to + '/' + file.size());
        send(file, from, to - from + 1, response);
    }

    private void send(SealedFile file, long from, long length, HttpServletResponse response) throws IOException {
        response.setContentLengthLong(length);
        files.write(file, from, length, response.getOutputStream());
    }

    /** A range that cannot be read, or several at once, are answered with the whole (RFC 9110 §14.2). */
    private static List<HttpRange> parse(@Nullable String range) {
        try {
            return HttpRange.parseRanges(range);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
