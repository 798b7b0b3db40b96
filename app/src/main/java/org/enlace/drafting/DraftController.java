package org.enlace.drafting;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts as browsers keep them ({@code docs/protocols/exchange.md}, "Drafts"). */
@RestController
class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping(path = "/drafts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Stored read(@PathVariable UUID id, Viewer viewer) {
        var open = drafts.open(id, viewer);
        return new Stored(
                open.draft().version(),
                Base64.getEncoder().encodeToString(open.bytes()),
                open.draft().savedAt(),
                open.draft().savedBy());
    }

    @PutMapping("/drafts/{id}")
    ResponseEntity<?> save(@PathVariable UUID id, @RequestBody Save save, Viewer viewer) {
        var saved = drafts.save(id, save.version(), save.form(), save.sealed(), viewer);
        var draft = drafts.require(id, viewer);
        return saved
                ? ResponseEntity.ok(new Saved(save.version() + 1, draft.savedAt()))
                : changedMeanwhile(draft.version(), draft.savedBy(), draft.savedAt(), viewer);
    }

    @PostMapping("/drafts/{id}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        drafts.require(id, viewer);
        drafts.remove(id, viewer);
    }

    /** What is stored now is a colleague's, or another tab's: which version, by whom, since when. */
    static ResponseEntity<?> changedMeanwhile(long version, String by, Instant at, Viewer viewer) {
        var words = Words.of(DraftController.class, viewer.language());
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, words.say("draft.changed-meanwhile", by));
        problem.setProperties(Map.of("code", "CHANGED_MEANWHILE", "version", version, "by", by, "at", at));
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** @param sealed base64 of the age file */
    record Stored(int version, String sealed, Instant at, String by) {}

    /**
     * @param version the one it was made from, 0 for a new draft
     * @param form of a new draft, by name
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Save(int version, @Nullable String form, byte[] sealed) {}

    record Saved(int version, Instant at) {}
}
