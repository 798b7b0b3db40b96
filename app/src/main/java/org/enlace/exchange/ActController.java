package org.enlace.exchange;

import java.util.UUID;
import org.enlace.Doors;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Acts in, answers out, as {@code docs/protocols/exchange.md} has it. */
@RestController
class ActController {

    private final Intake intake;
    private final Requests requests;
    private final RequestKeys keys;
    private final Records records;
    private final Refusing refusing;

    ActController(Intake intake, Requests requests, RequestKeys keys, Records records, Refusing refusing) {
        this.intake = intake;
        this.requests = requests;
        this.keys = keys;
        this.records = records;
        this.refusing = refusing;
    }

    @PostMapping({"/requests", Doors.SYSTEMS + "/requests"})
    Taken send(@RequestBody Submission submission, Viewer viewer) {
        return take(null, submission, viewer);
    }

    @PostMapping({"/requests/{id}/acts", Doors.SYSTEMS + "/requests/{id}/acts"})
    Taken act(@PathVariable UUID id, @RequestBody Submission submission, Viewer viewer) {
        requests.require(id, viewer);
        return take(id, submission, viewer);
    }

    @GetMapping({"/requests/{id}/acts/{act}", Doors.SYSTEMS + "/requests/{id}/acts/{act}"})
    Taken look(@PathVariable UUID id, @PathVariable UUID act, Viewer viewer) {
        return intake.look(id, act, viewer);
    }

    @GetMapping({"/requests/{id}/acts", Doors.SYSTEMS + "/requests/{id}/acts"})
    Records.Checkable record(@PathVariable UUID id, @RequestParam(defaultValue = "0") long from, Viewer viewer) {
        return records.of(requests.require(id, viewer), from);
    }

    @GetMapping({"/requests/{id}/key", Doors.SYSTEMS + "/requests/{id}/key"})
    RequestKeys.Copy key(@PathVariable UUID id, Viewer viewer) {
        return keys.handOut(requests.require(id, viewer), viewer);
    }

    private Taken take(@Nullable UUID into, Submission submission, Viewer viewer) {
        try {
            return intake.take(into, submission, viewer);
        } catch (Refused why) {
            throw refusing.signed(why, submission.jws(), viewer);
        }
    }
}
