package org.enlace.documents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.enlace.Doors;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.ledger.Hash;
import org.enlace.ledger.SignedRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The upload as {@code docs/protocols/exchange.md} has it. */
@RestController
class UploadController {

    private final Upload upload;
    private final Limits limits;
    private final Leftovers leftovers;
    private final Places places;
    private final Refusing refusing;

    UploadController(Upload upload, Limits limits, Leftovers leftovers, DocumentsSettings settings, Refusing refusing) {
        this.upload = upload;
        this.limits = limits;
        this.leftovers = leftovers;
        this.refusing = refusing;
        this.places = new Places(settings.chunksAtOnce());
    }

    @PostMapping({"/uploads", Doors.SYSTEMS + "/uploads"})
    ResponseEntity<Progress> announce(@RequestBody @Valid Announcement announced, Viewer viewer) {
        var file = upload.announce(announced.id(), announced.request(), announced.size(), viewer);
        return ResponseEntity.status(HttpStatus.CREATED).body(progress(file));
    }

    /** What would be taken for a request at this moment. */
    @GetMapping({"/uploads/limits", Doors.SYSTEMS + "/uploads/limits"})
    Limits.Stated limits(@RequestParam UUID request, Viewer viewer) {
        return limits.of(request, viewer.requireAuthority());
    }

    @GetMapping({"/uploads/{id}", Doors.SYSTEMS + "/uploads/{id}"})
    Progress state(@PathVariable UUID id, Viewer viewer) {
        return progress(upload.state(id, viewer));
    }

    @PutMapping({"/uploads/{id}/chunks/{number}", Doors.SYSTEMS + "/uploads/{id}/chunks/{number}"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable UUID id, @PathVariable int number, HttpServletRequest request, Viewer viewer)
            throws IOException, InterruptedException {
        var length = upload.lengthOf(id, number, viewer);
        if (request.getContentLengthLong() > length) {
            throw DocumentsRefusal.CHUNK_DOES_NOT_FIT.refused(number, length);
        }
        try (var _ = places.take(viewer.requireAccount())) {
            // One byte more than fits, so that a body that is too long is noticed and never held.
            upload.put(id, number, request.getInputStream().readNBytes(length + 1), viewer);
        } catch (Refused why) { // the place is free again: signing takes a moment
            throw signed(why, SignedRefusal.Kind.CHUNK, id, viewer);
        }
    }

    @PostMapping({"/uploads/{id}/completion", Doors.SYSTEMS + "/uploads/{id}/completion"})
    Progress complete(@PathVariable UUID id, @RequestBody Completion completion, Viewer viewer) {
        try {
            upload.complete(id, completion.sha256(), viewer);
        } catch (Refused why) {
            throw signed(why, SignedRefusal.Kind.FILE, id, viewer);
        }
        return progress(upload.state(id, viewer));
    }

    @PostMapping({"/uploads/{id}/removal", Doors.SYSTEMS + "/uploads/{id}/removal"})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Viewer viewer) {
        leftovers.remove(id, viewer);
    }

    /** With a signature over what arrived, where anything had to be looked at. */
    private Refused signed(Refused why, SignedRefusal.Kind kind, UUID id, Viewer viewer) {
        return why.members().get(Upload.ARRIVED) instanceof String arrived
                ? refusing.signed(why, kind, upload.state(id, viewer), Hash.ofHex(arrived), viewer)
                : why;
    }

    private Progress progress(SealedFile file) {
        return Progress.of(file, upload.firstMissing(file));
    }

    record Announcement(UUID id, UUID request, @Positive long size) {}

    record Completion(String sha256) {}

    /** @param missing the first chunk missing, or nothing when all are here */
    record Progress(long size, List<Integer> missing, boolean complete) {

        static Progress of(SealedFile file, int firstMissing) {
            var missing = firstMissing < file.chunks() ? List.of(firstMissing) : List.<Integer>of();
            return new Progress(file.size(), missing, file.isComplete());
        }
    }
}
