package org.enlace.directory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.validation.Errors;

/** What a delegation said in a meeting, as the minute-taker types it. */
record ReportForm(
        String entry,

        @NotBlank(message = "report.said.missing") @Size(max = 500, message = "field.long")
        String said,

        @NotBlank(message = "report.meeting.missing") @Size(max = 200, message = "field.long")
        String meeting,

        String due) {

    ReportForm {
        entry = Typed.text(entry);
        said = Typed.text(said);
        meeting = Typed.text(meeting);
        due = Typed.text(due);
    }

    void check(LocalDate today, Errors problems) {
        if (day().filter(day -> !day.isBefore(today)).isEmpty()) {
            problems.rejectValue("due", "due", "report.due.wrong");
        }
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(due));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
