package org.enlace.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.ledger.CarriedFile;
import org.enlace.ledger.Hash;
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

    /** Goes on where an earlier run ended: what was signed then is not signed again. */
    private int read(Paths paths, CarriedFile file, Unlocked officer) throws IOException {
        var out = paths.out() == null ? beside(paths.file()) : paths.out();
        if (!Files.exists(out)) {
            return answer(paths, file, officer, out, false);
        }
        // A copy: the file itself is replaced while this is read.
        var before = Parcel.passing(Files.createTempFile(Parcel.folderOf(out), ".enlace-", ".zip"));
        try {
            Files.copy(out, before, StandardCopyOption.REPLACE_EXISTING);
            try (var begun = CarriedFile.open(before, officer.directory().log())) {
                if (begun.verdict() != CarriedFile.Verdict.VALID || !goesOn(begun, file)) {
                    throw new Trouble("out.exists", out);
                }
                terminal.say("open.goes-on", out);
                return answer(paths, begun, officer, out, true);
            }
        } finally {
            Files.deleteIfExists(before);
        }
    }

    /** @param begun whether the file to write is there already, with what this one holds */
    private int answer(Paths paths, CarriedFile file, Unlocked officer, Path out, boolean begun) throws IOException {
        var dossier = Dossier.of(file, officer, forms);
        var answers = paths.answers() == null ? null : answers(paths.answers());
        var telling = new Telling(dossier, terminal);
        telling.envelope(file);
        try (var parcel = new Parcel(officer, file.request(), clock, out)) {
            parcel.bring(file);
            var answered = new Answered(parcel, file, officer, out);
            try {
                if (!open(telling, parcel, answered, answers)) {
                    refuse(dossier, parcel, answered, answers);
                    return 0;
                }
                telling.content(file, dossier.now(parcel.acts()));
                if (paths.save() != null) {
                    new Saving(dossier, terminal).into(paths.save(), dossier.now(parcel.acts()));
                }
                act(dossier, parcel, answered, answers);
            } catch (Trouble | IOException | UncheckedIOException ended) {
                terminal.say(begun || answered.isNew() ? "open.kept" : "open.nothing", out);
                throw ended;
            }
            terminal.say(answered.isNew() ? "open.done" : begun ? "open.kept" : "open.nothing", out);
        }
        return 0;
    }

    private static boolean goesOn(CarriedFile later, CarriedFile earlier) {
        var acts = digests(later);
        var first = digests(earlier);
        return acts.size() > first.size() && acts.subList(0, first.size()).equals(first);
    }

    private static List<Hash> digests(CarriedFile file) {
        return file.acts().stream().map(each -> each.jws().digest()).toList();
    }

    /** Signs that the request is open, if nobody has. Nothing is opened before that is on the disk: who has read has signed, however this ends. */
    private boolean open(Telling telling, Parcel parcel, Answered answered, @Nullable OpenAnswers answers)
            throws IOException {
        var dossier = telling.dossier();
        if (dossier.side() == Side.REQUESTING
                || !dossier.now(parcel.acts()).open(Side.REQUESTED).contains(Kind.OPEN)) {
            return true;
        }
        var conditions = dossier.sending().conditions();
        terminal.blank();
        terminal.say("open.conditions");
        telling.terms(dossier.first());
        if (answers == null ? !terminal.agrees("open.accept") : !answers.accept()) {
            return false;
        }
        parcel.sign(new Open(conditions), List.of(), parcel.last());
        answered.keep();
        terminal.say("open.signed", answered.out());
        return true;
    }

    /** Says to the other side, if the officer wants it, why the conditions cannot be accepted; nothing is opened by that. */
    private void refuse(Dossier dossier, Parcel parcel, Answered answered, @Nullable OpenAnswers answers)
            throws IOException {
        var reasons = dossier.answers().choices("conditionsReason");
        var may = dossier.now(parcel.acts()).open(Side.REQUESTED).contains(Kind.REFUSE_CONDITIONS);
        var reason = !may ? null : answers == null ? reason(reasons) : answers.refuse();
        if (reason == null) {
            terminal.say("open.refused");
            return;
        }
        if (reasons.stream().noneMatch(each -> each.code().equals(reason))) {
            throw new Trouble("open.refuse.unknown", reason);
        }
        parcel.sign(new RefuseConditions(null, reason), List.of(), parcel.last());
        answered.keep();
        terminal.say("open.refused.said");
        terminal.say("open.done", answered.out());
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

    /** From a file all acts or none, so that it can be mended and given again; of what is asked on the terminal each act by itself. */
    private void act(Dossier dossier, Parcel parcel, Answered answered, @Nullable OpenAnswers answers)
            throws IOException {
        var deeds = new Deeds(dossier, parcel, parcel.officer(), terminal, clock);
        if (answers == null) {
            converse(dossier, parcel, answered, deeds);
            return;
        }
        for (var deed : answers.acts()) {
            deeds.perform(deed, answers.language());
        }
        answered.keep();
    }

    private void converse(Dossier dossier, Parcel parcel, Answered answered, Deeds deeds) throws IOException {
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
            var deed = deeds.ask(open.get(chosen.get()));
            try {
                deeds.perform(deed, words.language().tag());
                answered.keep();
                terminal.say("open.kept", answered.out());
            } catch (Trouble trouble) {
                terminal.print(trouble.say(words));
            }
        }
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
