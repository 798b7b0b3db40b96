package org.enlace.retention;

import static org.enlace.ui.Answer.seeOther;

import java.nio.charset.StandardCharsets;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For how long the officers' authority keeps what is over: to choose it, and to see what follows. Looking deletes nothing. */
@Controller
class RetentionController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final RetentionReading reading;
    private final Choices choices;
    private final Proposals proposals;
    private final Labels labels;
    private final Officers officers;

    RetentionController(
            RetentionReading reading, Choices choices, Proposals proposals, Labels labels, Officers officers) {
        this.reading = reading;
        this.choices = choices;
        this.proposals = proposals;
        this.labels = labels;
        this.officers = officers;
    }

    @GetMapping("/retention")
    Answer show(Viewer viewer) {
        return reading.page(officers.authority(viewer), viewer);
    }

    /** The same as a file, all of it: what would go today, and what would not. */
    @GetMapping("/retention/prospects.csv")
    ResponseEntity<String> file(Viewer viewer) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("enlace-retention.csv")
                                .build()
                                .toString())
                .body(ProspectsTable.csv(reading.prospects(officers.authority(viewer))));
    }

    /** On the desk. */
    @GetMapping("/retention/waiting")
    Answer waiting(Viewer viewer) {
        var waiting = proposals.waiting(officers.authority(viewer));
        var yours = waiting.stream().filter(proposal -> !proposal.isBy(viewer)).count();
        return Answer.block(() -> new WaitingPart(waiting.size(), (int) yours), () -> seeOther("/retention"));
    }

    /** @param amount empty for ever */
    @PostMapping("/retention/periods")
    Answer choose(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String unit,
            Viewer viewer) {
        var authority = officers.authority(viewer);
        if (!kind.equals(Choice.ALL_KINDS)
                && labels.kinds(viewer.language()).stream()
                        .noneMatch(each -> each.value().equals(kind))) {
            throw RetentionRefusal.BAD_PERIOD.refused();
        }
        choices.choose(kind, period(amount.strip(), unit), authority, viewer);
        return seeOther("/retention");
    }

    private static @Nullable Period period(String amount, String unit) {
        if (amount.isEmpty()) {
            return null;
        }
        var of = Period.Unit.of(unit).orElseThrow(RetentionRefusal.BAD_PERIOD::refused);
        if (!amount.matches("[0-9]{1,5}")) {
            throw RetentionRefusal.BAD_PERIOD.refused();
        }
        var number = Integer.parseInt(amount);
        if (number < 1 || number > (of == Period.Unit.YEARS ? Period.LONGEST / 365 : Period.LONGEST)) {
            throw RetentionRefusal.BAD_PERIOD.refused();
        }
        return new Period(number, of);
    }
}
