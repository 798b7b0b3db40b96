package org.enlace.duty;

import static org.enlace.ui.Answer.seeOther;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Doorkeeper;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Call-back codes: one side of a telephone call asks for one and says it, the other types it. */
@Controller
class CallController {

    private final Calls calls;
    private final CallReading reading;
    private final Doorkeeper doorkeeper;

    CallController(Calls calls, CallReading reading, Doorkeeper doorkeeper) {
        this.calls = calls;
        this.reading = reading;
        this.doorkeeper = doorkeeper;
    }

    @GetMapping("/calls")
    Answer read(@RequestParam(name = "with", defaultValue = "") String other, Viewer viewer) {
        viewer.requireAuthority();
        return reading.page(calls.of(viewer), other, CallsPage.Wrong.NOTHING, viewer);
    }

    @PostMapping("/calls/codes")
    Answer issue(
            @RequestParam(name = "with", defaultValue = "") String other,
            @RequestParam(defaultValue = "CALLER") String side,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer) {
        viewer.requireAuthority();
        if (!reading.isCounterpart(other, viewer)) {
            return reading.page(calls.of(viewer), "", CallsPage.Wrong.COUNTERPART, viewer);
        }
        doorkeeper.call(viewer.requireAccount(), request, response);
        return seeOther("/calls/" + calls.issue(side(side), other, viewer));
    }

    /** A code that somebody said on the telephone. */
    @PostMapping("/calls/checks")
    Answer check(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer) {
        viewer.requireAuthority();
        doorkeeper.call(viewer.requireAccount(), request, response);
        return calls.check(code.replaceAll("[^0-9]", ""), viewer)
                .map(call -> seeOther("/calls/" + call.id()))
                .orElseGet(() -> reading.page(calls.of(viewer), "", CallsPage.Wrong.CODE, viewer));
    }

    @GetMapping("/calls/{id}")
    Answer one(@PathVariable UUID id, Viewer viewer) {
        viewer.requireAuthority();
        return reading.page(calls.require(id, viewer), viewer);
    }

    private static Call.Side side(String typed) {
        return Arrays.stream(Call.Side.values())
                .filter(side -> side.name().equals(typed))
                .findFirst()
                .orElseThrow(Refused::absent);
    }
}
