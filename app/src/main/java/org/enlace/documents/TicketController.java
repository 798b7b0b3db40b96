package org.enlace.documents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Going on with an upload after its page was closed, as {@code docs/protocols/exchange.md} has it. For people: a case system keeps what it needs itself. */
@RestController
class TicketController {

    private final Tickets tickets;
    private final Upload upload;

    TicketController(Tickets tickets, Upload upload) {
        this.tickets = tickets;
        this.upload = upload;
    }

    @GetMapping("/uploads")
    Unfinished begun(@RequestParam UUID request, Viewer viewer) {
        return new Unfinished(
                tickets.begun(request, viewer).stream().map(this::line).toList());
    }

    @PutMapping("/uploads/{id}/ticket")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable UUID id, @RequestBody @Valid Ticket ticket, Viewer viewer) {
        tickets.keep(id, ticket.sealed(), viewer);
    }

    private Line line(Tickets.Begun begun) {
        var progress = UploadController.Progress.of(begun.file(), upload.firstMissing(begun.file()));
        return new Line(
                begun.file().id(),
                progress.size(),
                progress.missing(),
                progress.complete(),
                begun.until(),
                begun.ticket());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ticket(@NotNull @Size(max = Tickets.LARGEST) byte[] sealed) {}

    record Unfinished(List<Line> uploads) {}

    /** @param until as {@link Tickets.Begun} has it */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(
            UUID id,
            long size,
            List<Integer> missing,
            boolean complete,
            @Nullable Instant until,
            byte[] ticket) {}
}
