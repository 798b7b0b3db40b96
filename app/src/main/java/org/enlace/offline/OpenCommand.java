package org.enlace.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.ledger.CarriedFile;
import org.enlace.ledger.Open;
import org.enlace.ledger.RefuseConditions;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Side;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./enlace open FILE}: checks a carried file, shows it once its conditions are accepted, and answers it with another file. */
final class OpenCommand {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Terminal terminal;
    private final Forms forms;
    private final Clock clock;

    OpenCommand(Terminal terminal, Forms forms, Clock clock) {
        this.terminal = terminal;
        this.forms = forms;
        this.clock = clock;
    }

    /** Where things are and go. */
    record Paths(
            Path file,
            Path kit,
            @Nullable Path answers,
            @Nullable Path out,
            @Nullable Path save) {}

    /** @return 0 when it was read, 1 when the file is not valid, 2 when that cannot be told */
    int run(Paths paths) throws IOException {
        var officer = Greeting.of(terminal, clock).unlock(Kit.read(paths.kit()));
        try (var file = CarriedFile.open(paths.file(), officer.directory().log())) {
            var language = terminal.words().language().tag();
            terminal.print(file.verdict(language));
            file.reasons(language).forEach(reason -> terminal.print("- " + reason));
            if (file.verdict() != CarriedFile.Verdict.VALID) {
                terminal.say("open.not-opened");
                return file.verdict() == CarriedFile.Verdict.NOT_VALID ? 1 : 2;
            }
            return read(paths, file, officer);
        }
    }

    private int read(Paths paths, CarriedFile file, Unlocked officer) throws IOException {
        var dossier = Dossier.of(file, officer, forms);
        var answers = paths.answers() == null ? null : answers(paths.answers());
        var out = paths.out() == null ? beside(paths.file()) : paths.out();
        if (Files.exists(out)) {
            throw new Trouble("out.exists", out);
        }
        envelope(dossier, file);
        try (var parcel = new Parcel(officer, file.request(), clock, out)) {
            parcel.bring(file);
            if (!open(dossier, parcel, answers)) {
                if (refuse(dossier, parcel, answers)) {
                    finish(parcel, file, officer, out);
                }
                return 0;
            }
            show(dossier, parcel, file);
            save(dossier, parcel, paths.save());
            var deeds = new Deeds(dossier, parcel, officer, terminal, clock);
            if (answers == null) {
                converse(dossier, parcel, deeds);
            } else {
                for (var deed : answers.acts()) {
                    deeds.perform(deed, answers.language());
                }
            }
            finish(parcel, file, officer, out);
        }
        return 0;
    }

    /** What anybody sees who has the file in hands. */
    private void envelope(Dossier dossier, CarriedFile file) {
        var words = terminal.words();
        var sending = dossier.sending();
        terminal.blank();
        terminal.say("open.from", dossier.first().authority(), sending.requestedAuthority());
        terminal.print(dossier.form().title().in(words.language()).text());
        terminal.say(sending.urgent() ? "open.urgent" : "open.ordinary");
        for (var each : file.acts()) {
            terminal.say(
                    "open.line",
                    both(each.act().clock(), dossier.zone()),
                    words.say("deed." + each.act().kind()),
                    each.act().authority());
            if (each.act().coded() instanceof org.enlace.ledger.Call call) {
                terminal.say("open.call", both(call.at(), dossier.zone()));
            }
        }
    }

    /** Signs that the request is open, if nobody has: nothing is shown before, as on the platform. */
    private boolean open(Dossier dossier, Parcel parcel, @Nullable OpenAnswers answers) {
        if (dossier.side() == Side.REQUESTING
                || !dossier.now(parcel.acts()).open(Side.REQUESTED).contains(Kind.OPEN)) {
            return true;
        }
        var conditions = dossier.sending().conditions();
        terminal.blank();
        terminal.say("open.conditions");
        Deeds.say(conditions, terminal).forEach(line -> terminal.print("  " + line));
        if (answers == null ? !terminal.agrees("open.accept") : !answers.accept()) {
            return false;
        }
        parcel.sign(new Open(conditions), List.of(), parcel.last());
        return true;
    }

    /** Says to the other side, if the officer wants it, why the conditions cannot be accepted; nothing is opened by that. */
    private boolean refuse(Dossier dossier, Parcel parcel, @Nullable OpenAnswers answers) {
        var reasons = dossier.answers().choices("conditionsReason");
        var may = dossier.now(parcel.acts()).open(Side.REQUESTED).contains(Kind.REFUSE_CONDITIONS);
        var reason = !may ? null : answers == null ? reason(reasons) : answers.refuse();
        if (reason == null) {
            terminal.say("open.refused");
            return false;
        }
        if (reasons.stream().noneMatch(each -> each.code().equals(reason))) {
            throw new Trouble("open.refuse.unknown", reason);
        }
        parcel.sign(new RefuseConditions(null, reason), List.of(), parcel.last());
        terminal.say("open.refused.said");
        return true;
    }

    private @Nullable String reason(List<Form.Choice> reasons) {
        var language = terminal.words().language();
        return terminal.choose(
                        terminal.words().say("open.refuse.why"),
                        reasons.stream()
                                .map(each -> each.label().in(language).text())
                                .toList(),
                        false)
                .map(chosen -> reasons.get(chosen).code())
                .orElse(null);
    }

    private void show(Dossier dossier, Parcel parcel, CarriedFile file) throws IOException {
        var standing = dossier.now(parcel.acts());
        for (var each : file.acts()) {
            var lines = dossier.read(each.act(), standing, terminal.words().language());
            if (!lines.isEmpty()) {
                terminal.blank();
                terminal.print("-- " + terminal.words().say("deed." + each.act().kind()));
                lines.forEach(terminal::print);
            }
        }
        var attached = file.acts().stream()
                .flatMap(each -> each.act().content().stream())
                .filter(content -> content.role() == org.enlace.ledger.Act.Role.ATTACHMENT)
                .count();
        if (attached > 0) {
            terminal.say("open.attachments", attached);
        }
    }

    private void save(Dossier dossier, Parcel parcel, @Nullable Path folder) throws IOException {
        if (folder != null) {
            dossier.save(dossier.now(parcel.acts()), folder).forEach(name -> terminal.say("open.saved", name));
        }
    }

    private void converse(Dossier dossier, Parcel parcel, Deeds deeds) throws IOException {
        var words = terminal.words();
        while (true) {
            var open = dossier.open(parcel.acts());
            if (open.isEmpty()) {
                return;
            }
            terminal.blank();
            var chosen = terminal.choose(
                    words.say("open.what"),
                    open.stream().map(kind -> words.say("deed." + kind.code())).toList(),
                    false);
            if (chosen.isEmpty()) {
                return;
            }
            try {
                deeds.perform(
                        deeds.ask(open.get(chosen.get())), words.language().tag());
            } catch (Trouble trouble) {
                terminal.print(trouble.say(words));
            }
        }
    }

    private void finish(Parcel parcel, CarriedFile file, Unlocked officer, Path out) throws IOException {
        if (parcel.acts().size() == file.acts().size()) {
            terminal.say("open.nothing");
            return;
        }
        // Of two sets of statements the later one knows both authorities as they are; both are proved under the same
        // log's key.
        var directory = officer.directory();
        var size = org.enlace.ledger.Checkpoint.verified(directory.checkpoint(), directory.log())
                .size();
        var parties = java.util.Set.of(
                parcel.acts().getFirst().act().authority(),
                ((org.enlace.ledger.Send) parcel.acts().getFirst().act().coded()).requestedAuthority());
        if (file.size() > size) {
            parcel.write(out, file.keys(), file.checkpoint(), file.logKey(), file);
        } else {
            parcel.write(out, officer.stated().behind(parties), directory.checkpoint(), directory.log(), file);
        }
        terminal.say("open.done", out);
    }

    /** Every time in both zones: here, and where the request is dealt with. */
    private String both(Instant at, ZoneId there) {
        return terminal.words().momentIn(at, there, ZoneId.systemDefault());
    }

    private static Path beside(Path file) {
        var name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("enlace.zip");
        return file.resolveSibling(name.replaceFirst("(\\.zip)?$", "-answered.zip"));
    }

    private static OpenAnswers answers(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), OpenAnswers.class);
        } catch (IOException | JacksonException unreadable) {
            throw new Trouble("answers.unreadable", file);
        }
    }
}
