package org.enlace.offline;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.custody.Refusals;
import org.enlace.exchange.BringingIn;
import org.enlace.exchange.CarriedPackage;
import org.enlace.exchange.Submission;
import org.enlace.ui.Answer;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/** Carried files out and in, as {@code docs/protocols/carried.md} has it. */
@Controller
class CarriedController {

    private final CarriedPackage carried;
    private final BringingIn bringing;

    CarriedController(CarriedPackage carried, BringingIn bringing) {
        this.carried = carried;
        this.bringing = bringing;
    }

    @GetMapping("/requests/{id}/carried")
    void give(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) throws IOException {
        var collected = carried.collect(id, viewer);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(collected.cover().fileName())
                        .build()
                        .toString());
        carried.write(collected, viewer, response.getOutputStream());
    }

    @GetMapping("/carried")
    Answer page(Viewer viewer) {
        viewer.requireAuthority();
        return new CarriedPage();
    }

    @PostMapping("/carried")
    @ResponseBody
    Brought bring(@RequestBody @Valid Form form, Viewer viewer) {
        viewer.requireAuthority();
        var words = Words.of(CarriedController.class, viewer.language());
        var became = bringing.bring(form.acts(), form.keys(), viewer);
        var first = became.getFirst().act();
        return new Brought(
                first.request(),
                became.stream()
                        .map(each -> new Brought.Line(
                                each.act().act(),
                                words.say("deed." + each.act().kind()),
                                words.momentIn(each.act().clock(), viewer.zone()),
                                each.outcome().name(),
                                words.say("brought." + each.outcome().name()),
                                each.why() == null ? null : words.say(each.why()),
                                each.why() == null ? null : each.why().members().get(Refusals.MEMBER)))
                        .toList());
    }

    /**
     * @param acts compact JWS, in the order of the file
     * @param keys the copies of the request's key
     */
    record Form(@NotEmpty List<String> acts, @NotNull List<Submission.SealedKey> keys) {}

    /** What became of a file. */
    record Brought(UUID request, List<Line> acts) {

        /**
         * @param what and {@code outcome} as words in the reader's language
         * @param signed when, by its author's clock
         * @param refusal the signed record of why it was not taken, or null
         */
        record Line(
                UUID act,
                String what,
                String signed,
                String outcome,
                String said,
                @Nullable String why,
                @Nullable Object refusal) {}
    }
}
