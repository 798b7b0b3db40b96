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
    private final YearOfEvidence years;

    EvidenceController(Requests requests, EvidencePackage evidence, YearOfEvidence years) {
        this.requests = requests;
        this.evidence = evidence;
        this.years = years;
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
        announce(collected.cover().fileName(), response);
        evidence.write(collected, content, viewer, response.getOutputStream());
    }

    /** What the viewer's authority can prove of all its requests of a year, without content. */
    @GetMapping("/requests/evidence")
    void ofYear(@RequestParam int year, Viewer viewer, HttpServletResponse response) throws IOException {
        announce("enlace-evidence-" + viewer.requireAuthority() + '-' + year + ".zip", response);
        years.write(year, viewer, response.getOutputStream());
    }

    private static void announce(String name, HttpServletResponse response) {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
