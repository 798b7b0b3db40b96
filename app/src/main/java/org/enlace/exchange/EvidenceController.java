package org.enlace.exchange;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.enlace.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The evidence package of a request, for officers of its two authorities. */
@Controller
class EvidenceController {

    private final Requests requests;
    private final EvidencePackage evidence;

    EvidenceController(Requests requests, EvidencePackage evidence) {
        this.requests = requests;
        this.evidence = evidence;
    }

    /** @param content whether the sealed files go in too */
    @GetMapping("/requests/{id}/evidence")
    void read(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean content,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var collected = evidence.collect(requests.require(id, viewer), viewer);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(collected.cover().fileName())
                        .build()
                        .toString());
        evidence.write(collected, content, viewer, response.getOutputStream());
    }
}
