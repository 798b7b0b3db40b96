package org.enlace.drafting;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is typed into the forms of acts, as browsers keep it until it is signed ({@code docs/protocols/exchange.md}, "Drafts"). */
@RestController
class UnsignedActController {

    private final UnsignedActs unsigned;

    UnsignedActController(UnsignedActs unsigned) {
        this.unsigned = unsigned;
    }

    @GetMapping("/requests/{id}/unsigned")
    List<Stored> read(@PathVariable UUID id, Viewer viewer) {
        return unsigned.of(id, viewer).stream()
                .map(act -> Stored.of(act, viewer))
                .toList();
    }

    @PutMapping("/requests/{id}/unsigned/{form}")
    ResponseEntity<?> save(@PathVariable UUID id, @PathVariable String form, @RequestBody Save save, Viewer viewer) {
        var saved = unsigned.save(id, form, save.version(), save.sealed(), viewer);
        var now = unsigned.find(id, form, viewer).orElseThrow(Refused::absent);
        return saved
                ? ResponseEntity.ok(new Saved(now.version(), now.savedAt()))
                : DraftController.changedMeanwhile(now.version(), now.savedBy(), now.savedAt(), viewer);
    }

    @PostMapping("/requests/{id}/unsigned/{form}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable String form, Viewer viewer) {
        unsigned.remove(id, form, viewer);
    }

    /**
     * @param sealed base64 of the age file
     * @param since when whoever saved it last began
     * @param mine whether that was the officer who asks
     */
    record Stored(String form, long version, String sealed, Instant since, Instant at, String by, boolean mine) {
        static Stored of(UnsignedAct act, Viewer viewer) {
            return new Stored(
                    act.form(),
                    act.version(),
                    Base64.getEncoder().encodeToString(act.sealed()),
                    act.since(),
                    act.savedAt(),
                    act.savedBy(),
                    act.account().equals(viewer.account()));
        }
    }

    /** @param version the one it was made from, 0 to begin */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Save(long version, byte[] sealed) {}

    record Saved(long version, Instant at) {}
}
