package org.enlace.offline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.forms.Form;
import org.enlace.ledger.Act;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Result;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Side;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Does what an officer wants done to a carried request: examines it, seals its message, signs it behind what is there. */
final class Deeds {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** In the order in which they are likely to be needed. What moves a request to somebody else, or is about an earlier decision, is done on the platform. */
    static final List<Kind> OFFERED = List.of(
            Kind.CALL,
            Kind.TAKE_IN_CHARGE,
            Kind.RECEIVE,
            Kind.REFUSE_CONDITIONS,
            Kind.UPHOLD_CONDITIONS,
            Kind.ANSWER,
            Kind.ENQUIRE,
            Kind.ADD,
            Kind.ASK,
            Kind.ACCEPT,
            Kind.PRESERVE,
            Kind.EXECUTE,
            Kind.RESULT,
            Kind.PROGRESS,
            Kind.POSTPONE,
            Kind.CLOSE,
            Kind.DECLINE,
            Kind.COMMENT,
            Kind.WITHDRAW);

    private static final Set<Kind> WITHOUT_FILES =
            Set.of(Kind.CALL, Kind.RECEIVE, Kind.REFUSE_CONDITIONS, Kind.UPHOLD_CONDITIONS);

    private final Dossier dossier;
    private final Parcel parcel;
    private final Unlocked officer;
    private final Terminal terminal;
    private final Clock clock;

    Deeds(Dossier dossier, Parcel parcel, Unlocked officer, Terminal terminal, Clock clock) {
        this.dossier = dossier;
        this.parcel = parcel;
        this.officer = officer;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** @param language of the free text */
    void perform(OpenAnswers.Deed deed, String language) throws IOException {
        var kind = OFFERED.stream()
                .filter(each -> each.code().equals(deed.kind()))
                .findFirst()
                .orElseThrow(() -> new Trouble("deed.unknown", deed.kind()));
        var rules = rules();
        var groups = groups(kind);
        var values = rules.finished(groups, deed.values());
        Refusing.unlessFit(
                terminal, Examination.of(rules, groups, deed.values(), Map.of(), clock.instant(), dossier.zone()));
        var subject = subject(kind, deed.result());
        var coded = Coding.of(
                kind,
                dossier.answers(),
                values,
                officer.kit().function(),
                subject == null ? null : subject.act(),
                subject != null && subject.coded() instanceof Result result
                        ? result.conditions()
                        : dossier.sending().conditions(),
                clock.instant());
        var content = message(coded, groups, values, deed, language);
        var act = parcel.act(coded, content, parcel.last());
        try {
            dossier.now(parcel.acts()).require(act, dossier.side(), act.clock());
        } catch (Refused refused) {
            terminal.print(terminal.words().say(refused));
            throw new Trouble("deed.refused", terminal.words().say("deed." + kind.code()));
        }
        parcel.sign(coded, content, parcel.last());
    }

    /** Asks for the answers of one act. */
    OpenAnswers.Deed ask(Kind kind) {
        var interview = new Interview(terminal, rules(), clock.instant(), dossier.zone());
        var values = interview.ask(groups(kind));
        var withFiles = !WITHOUT_FILES.contains(kind) && hasMessage(groups(kind), values);
        return new OpenAnswers.Deed(kind.code(), values, withFiles ? new Attaching(terminal).ask() : List.of(), null);
    }

    private Rules rules() {
        var sending = dossier.sending();
        var facts = new HashSet<String>();
        facts.add("instrument:" + (sending.instrument() == null ? "none" : sending.instrument()));
        if (sending.instrument() != null) {
            facts.add("bound:" + sending.instrument());
        }
        facts.add("measure:" + sending.measure());
        facts.add("status:" + sending.status().code());
        facts.add("carried");
        if (sending.urgent()) {
            facts.add("urgent");
        }
        if (dossier.now(parcel.acts()).isPreserved()) {
            facts.add("preserved");
        }
        return new Rules(
                dossier.answers(), facts, Map.of("function", officer.kit().function()), List.of());
    }

    private List<Form.Group> groups(Kind kind) {
        return dossier.answers().group(kind.code()).map(List::of).orElse(List.of());
    }

    private List<Act.Content> message(
            Coded coded, List<Form.Group> groups, Map<String, Object> values, OpenAnswers.Deed deed, String language)
            throws IOException {
        if (!hasMessage(groups, values)) {
            return List.of();
        }
        var content = new ArrayList<Act.Content>();
        var files = parcel.attach(deed.attachments(), content, dossier.key());
        var message = new LinkedHashMap<String, Object>();
        message.put("v", 1);
        message.put("kind", "message");
        message.put("act", coded.kind());
        message.put("language", language);
        message.put("values", values);
        message.put("attachments", files);
        if (coded instanceof Result result && !files.isEmpty()) {
            var description = describe(result, List.copyOf(files), content, language);
            files.add(description);
            message.put("description", description.document());
        }
        content.addFirst(parcel.seal(Act.Role.MESSAGE, message, dossier.key()));
        return content;
    }

    /** The files of a result for forensic tools, as one more of them. Off-line a request is known by its id. */
    private Named describe(Result result, List<Named> files, List<Act.Content> content, String language)
            throws IOException {
        var written = Language.of(language).orElse(terminal.words().language());
        var request = dossier.first().request();
        var given = new Description.Given(
                request,
                request.toString(),
                party(officer.kit().authority(), written),
                party(dossier.first().authority(), written),
                Terms.marking(result.conditions()),
                String.join(". ", Terms.of(dossier.answers(), result.conditions(), written)),
                files,
                parcel.now());
        var text = JSON.writeValueAsBytes(Description.of(given, UUID::randomUUID));
        return parcel.attach(
                request + "-case.jsonld", Description.TYPE, new ByteArrayInputStream(text), content, dossier.key());
    }

    private Description.Party party(String authority, Language language) {
        var name = officer.directory()
                .office(authority)
                .map(office -> office.names().getOrDefault(language.tag(), authority));
        return new Description.Party(authority, name.orElse(authority));
    }

    /** Whether anything is left to be sealed, once the coded choices are taken out. */
    private static boolean hasMessage(List<Form.Group> groups, Map<String, Object> values) {
        return groups.stream()
                .flatMap(group -> group.fields().stream())
                .anyMatch(field -> field.coded() == null && values.containsKey(field.id()));
    }

    /** The result that an act is about: the one named, or the only one there is; null for an act about the request itself. */
    private @Nullable Act subject(Kind kind, @Nullable UUID named) {
        var now = dossier.now(parcel.acts());
        var results = switch (kind) {
            case RECEIVE -> now.waiting();
            case REFUSE_CONDITIONS -> now.refusable();
            case UPHOLD_CONDITIONS -> dossier.side() == Side.REQUESTED ? now.disputed() : Set.<UUID>of();
            default -> Set.<UUID>of();
        };
        if (kind != Kind.RECEIVE && kind != Kind.REFUSE_CONDITIONS && results.isEmpty()) {
            return null;
        }
        return parcel.acts().stream()
                .map(Parcel.Written::act)
                .filter(act -> results.contains(act.act()) && (named == null || named.equals(act.act())))
                .findFirst()
                .orElseThrow(() -> new Trouble("deed.no-result"));
    }
}
