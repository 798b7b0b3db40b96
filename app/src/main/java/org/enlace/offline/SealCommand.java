package org.enlace.offline;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.enlace.ledger.Act;
import org.enlace.ledger.Call;
import org.enlace.ledger.StatedKeys;
import org.enlace.sealing.Age;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./enlace seal}: a request is written, signed and sealed into one file, with nothing but the officer's kit. */
final class SealCommand {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Terminal terminal;
    private final Forms forms;
    private final Clock clock;

    SealCommand(Terminal terminal, Forms forms, Clock clock) {
        this.terminal = terminal;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * @param answers what is to be said, or null to be asked
     * @param wanted where to write, or null for a name that says nothing
     */
    int run(Path kitFile, @Nullable Path answers, @Nullable Path wanted) throws IOException {
        var officer = Greeting.of(terminal, clock).unlock(Kit.read(kitFile));
        var own = ownKey(officer);
        var said = answers == null ? new SealChoices(terminal, forms, officer, clock).ask() : read(answers);
        var form = forms.find(said.form())
                .filter(Form::isProfile)
                .filter(each -> each.asks(said.measure()) && each.serves(said.instrument()))
                .orElseThrow(() -> new Trouble("answers.form", said.form()));
        var rules = SealChoices.rules(form, said, officer);
        examine(rules, said, zone(officer, said.authority()));
        var request = Generators.timeBasedEpochRandomGenerator().generate();
        var out = wanted == null ? Path.of("enlace-" + request + ".zip") : wanted;
        if (Files.exists(out)) {
            throw new Trouble("out.exists", out);
        }
        try (var parcel = new Parcel(officer, request, clock, out)) {
            fill(parcel, said, rules, own, officer, request);
            var parties = Set.of(officer.kit().authority(), said.authority());
            var directory = officer.directory();
            parcel.write(out, officer.stated().behind(parties), directory.checkpoint(), directory.log(), null);
        }
        terminal.say("seal.done", out);
        terminal.say(said.call() == null ? "seal.call" : "seal.next");
        return 0;
    }

    private void fill(
            Parcel parcel,
            SealAnswers said,
            Rules rules,
            StatedKeys.Generation own,
            Unlocked officer,
            java.util.UUID request)
            throws IOException {
        var requested = officer.stated()
                .current(said.authority())
                .orElseThrow(() -> new Trouble("route.no-key", said.authority()));
        var office = officer.directory()
                .office(said.authority())
                .orElseThrow(() -> new Trouble("route.none", said.authority()));
        requireRoute(officer, said);
        var key = Age.newIdentity();
        var content = new ArrayList<Act.Content>();
        var files = parcel.attach(said.attachments(), content, key);
        var values = new LinkedHashMap<>(rules.finished(rules.form().groups(), said.values()));
        if (said.values().get("omitted") instanceof Map<?, ?> reasons && !reasons.isEmpty()) {
            values.put("omitted", reasons);
        }
        var sealed = new LinkedHashMap<String, Object>();
        sealed.put("v", 1);
        sealed.put("kind", "form");
        sealed.put("form", rules.form().form());
        sealed.put("language", said.language());
        sealed.put("values", values);
        sealed.put("attachments", files);
        content.addFirst(parcel.seal(Act.Role.FORM, sealed, key));
        var sending =
                Coding.sending(rules.form(), said, office.state(), requested.number(), rules.coded(said.values()));
        parcel.sign(sending, content, null);
        var call = call(said, parcel.now());
        if (call != null) {
            parcel.sign(new Call(call), List.of(), parcel.last());
        }
        var file = new LinkedHashMap<String, Object>();
        file.put("v", 1);
        file.put("kind", "request-key");
        file.put("request", request.toString());
        file.put("identity", key.secret());
        var bytes = JSON.writeValueAsBytes(file);
        parcel.copy(officer.kit().authority(), own.number(), Age.seal(bytes, own.recipient()));
        parcel.copy(said.authority(), requested.number(), Age.seal(bytes, requested.recipient()));
    }

    private static StatedKeys.Generation ownKey(Unlocked officer) {
        var kit = officer.kit();
        if (!officer.stated().belongs(kit.authority(), kit.account())) {
            throw new Trouble("kit.not-admitted");
        }
        return officer.stated().current(kit.authority()).orElseThrow(() -> new Trouble("kit.not-admitted"));
    }

    private static void requireRoute(Unlocked officer, SealAnswers said) {
        var known = new HashSet<>(officer.directory().routes());
        if (said.instrument() != null
                && !known.contains(new KitDirectory.Route(said.measure(), said.instrument(), said.authority()))) {
            throw new Trouble("route.not-designated", said.authority(), said.instrument());
        }
    }

    private void examine(Rules rules, SealAnswers said, ZoneId zone) {
        var reasons = new LinkedHashMap<String, String>();
        if (said.values().get("omitted") instanceof Map<?, ?> given) {
            given.forEach((path, reason) -> reasons.put(String.valueOf(path), String.valueOf(reason)));
        }
        Refusing.unlessFit(
                terminal, Examination.of(rules, rules.form().groups(), said.values(), reasons, clock.instant(), zone));
    }

    private static ZoneId zone(Unlocked officer, String authority) {
        return ZoneId.of(officer.directory()
                .office(authority)
                .orElseThrow(() -> new Trouble("route.none", authority))
                .zone());
    }

    private static @Nullable Instant call(SealAnswers said, Instant now) {
        if (said.call() == null) {
            return null;
        }
        try {
            var at = java.time.OffsetDateTime.parse(said.call()).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (at.isAfter(now.plusSeconds(300))) {
                throw new Trouble("call.future");
            }
            return at;
        } catch (DateTimeParseException misspelt) {
            throw new Trouble("call.unreadable", said.call());
        }
    }

    private static SealAnswers read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), SealAnswers.class);
        } catch (IOException | JacksonException unreadable) {
            throw new Trouble("answers.unreadable", file);
        }
    }
}
