package org.enlace.offline;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import org.enlace.ledger.Act;
import org.enlace.ledger.Call;
import org.enlace.ledger.CarriedFile;
import org.enlace.ledger.Result;
import org.enlace.procedure.Unlogged;

/** What the tool shows of a carried file: its envelope to whoever has it in hands, its content to whoever may read it; what the other side gave always under its conditions. */
record Telling(Dossier dossier, Terminal terminal) {

    /** What anybody sees who has the file in hands. */
    void envelope(CarriedFile file) {
        var words = terminal.words();
        var sending = dossier.sending();
        terminal.blank();
        terminal.say("open.from", dossier.first().authority(), sending.requestedAuthority());
        terminal.print(dossier.form().title().in(words.language()).text());
        terminal.say(sending.urgent() ? "open.urgent" : "open.ordinary");
        for (var each : file.acts()) {
            var act = each.act();
            terminal.say("open.line", both(act.clock()), words.say("deed." + act.kind()), act.authority());
            if (act.coded() instanceof Call call) {
                terminal.say("open.call", both(call.at()));
            }
            if (act.coded() instanceof Result) {
                terms(act);
            }
        }
    }

    void content(CarriedFile file, Unlogged standing) throws IOException {
        for (var each : file.acts()) {
            var lines = dossier.read(each.act(), standing, terminal.words().language());
            if (!lines.isEmpty()) {
                terminal.blank();
                terminal.print("-- " + terminal.words().say("deed." + each.act().kind()));
                terms(each.act());
                lines.forEach(terminal::print);
            }
        }
        var attached = file.acts().stream()
                .flatMap(each -> each.act().content().stream())
                .filter(content -> content.role() == Act.Role.ATTACHMENT)
                .count();
        if (attached > 0) {
            terminal.say("open.attachments", attached);
        }
    }

    /** The conditions under which the other side gave it, and what they forbid; nothing of what is one's own. */
    void terms(Act act) {
        dossier.under(act)
                .ifPresent(under -> Terms.of(dossier.answers(), under, terminal.words())
                        .forEach(line -> terminal.print("  " + line)));
    }

    /** Every time in both zones: here, and where the request is dealt with. */
    private String both(Instant at) {
        return terminal.words().momentIn(at, dossier.zone(), ZoneId.systemDefault());
    }
}
