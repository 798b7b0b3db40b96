package org.enlace;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Signed;

/** What the rows of the authorisation table speak of, made over HTTP by those whose it is: {@code <request>} is one of Paraguay's to Costa Rica. */
final class Stage {

    private static final Pattern PLACE = Pattern.compile("<([a-z-]+)>");
    private static final String FORM = Papers.preservation("hechos");

    private static final byte[] SCAN = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private final String base;
    private final OfficerSession officer;
    private final OfficerSession coordinator;
    private final OfficerSession programme;
    private final OfficerSession legal;
    private final Map<String, Supplier<String>> makers = new LinkedHashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final Set<String> invited = new HashSet<>();
    private int count;

    Stage(String base) {
        this.base = base;
        officer = OfficerSession.signIn(base, Cast.PARAGUAY_DUTY);
        coordinator = OfficerSession.signIn(base, Cast.PARAGUAY_COORDINATOR);
        programme = OfficerSession.signIn(base, Cast.SECRETARIAT);
        legal = OfficerSession.signIn(base, Cast.SECRETARIAT_LEGAL);
        makers.put("request", () -> sent().request().toString());
        makers.put("act", () -> act(made("request")));
        makers.put("document", () -> document(made("request")));
        makers.put("draft", () -> officer.draft(FORM).toString());
        makers.put("sealed", () -> officer.sealedDraft(FORM));
        makers.put(
                "signed",
                () -> officer.sign("cri-sample-24-7", Urgency.ORDINARY, null, FORM)
                        .jws()
                        .compact());
        makers.put("opened", this::opened);
        makers.put("upload", this::upload);
        makers.put("new", () -> officer.newId().toString());
        makers.put("unknown", () -> "0".repeat(43));
        makers.put("change", this::change);
        makers.put("change-of-ours", this::changeOfTheSecretariat);
        makers.put("change-elsewhere", this::changeElsewhere);
        makers.put("approved", this::approved);
        makers.put("scan", () -> scan(coordinator, change()));
        makers.put("scan-begun", () -> scanBegun(coordinator, change()));
        makers.put("scan-elsewhere", () -> scan(legal, changeElsewhere()));
        makers.put("report", this::report);
        makers.put("mandate", this::mandate);
        makers.put("status", this::status);
        makers.put("shift", this::shift);
        makers.put("call", this::call);
        makers.put("hand-over", this::handOver);
        makers.put("import", this::imported);
        makers.put("invited", this::invited);
        makers.put("system", this::system);
        makers.put("token", () -> token(system()));
        makers.put("held", this::held);
        makers.put("proposal", this::proposal);
        makers.put("deputy", () -> Cast.PARAGUAY_DEPUTY.account().toString());
    }

    /**
     * An address or a form with its places filled.
     *
     * @param fresh whether what was made before may have been changed and is made anew
     */
    String fill(String text, boolean fresh) {
        return PLACE.matcher(text)
                .replaceAll(place -> fresh ? maker(place.group(1)).get() : made(place.group(1)));
    }

    private String made(String name) {
        if (!made.containsKey(name)) {
            made.put(name, maker(name).get());
        }
        return made.get(name);
    }

    private Supplier<String> maker(String name) {
        var maker = makers.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("nobody makes <" + name + ">");
        }
        return maker;
    }

    /** A list of somebody else that the secretariat took in, its columns named. */
    private String imported() {
        var columns = programme
                .form(
                        "/directory/imports",
                        Map.of("owner", "Somebody", "day", "2026", "text", "state,name\nPRY,Fiscalía\n"))
                .require(303)
                .location();
        programme.form(columns, Map.of("STATE", "0", "NAME", "1")).require(303);
        return columns.split("/")[3];
    }

    /** A request of Paraguay's with a hold that Paraguay put on it, as its address has it. */
    private String held() {
        var request = sent().request();
        officer.form("/requests/" + request + "/holds", Map.of("ground", "audit"))
                .require(303);
        return Pattern.compile("/requests/(" + request + "/holds/[0-9a-f-]{36})/lifting")
                .matcher(officer.page("/retention").require(200).text())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** To lift a hold. */
    private String proposal() {
        return last(officer.form("/requests/" + held() + "/lifting", Map.of())
                .require(303)
                .location());
    }

    private OfficerSession.Signed sent() {
        var signed = officer.sign("cri-sample-24-7", Urgency.ORDINARY, null, FORM);
        officer.post(signed).require(200);
        return signed;
    }

    /** A document of a request that Costa Rica has opened. */
    private String opened() {
        var signed = sent();
        var counterpart = OfficerSession.signIn(base, Cast.COSTA_RICA_DUTY);
        counterpart.act(signed.request(), OfficerSession.OPEN, null);
        return document(signed.request().toString());
    }

    private String act(String request) {
        return first(request).act().toString();
    }

    private String document(String request) {
        return first(request).content().getFirst().document().toString();
    }

    private Act first(String request) {
        return (Act) Signed.of(officer.acts(UUID.fromString(request)).getFirst());
    }

    private String upload() {
        var id = officer.newId();
        officer.post("/uploads", Map.of("id", id, "request", officer.newId(), "size", 3))
                .require(201);
        return id.toString();
    }

    private String change() {
        return last(coordinator
                .form("/states/PRY/authorities", authority("America/Asuncion"))
                .require(303)
                .location());
    }

    private String changeElsewhere() {
        return last(legal.form("/states/CRI/authorities", authority("America/Costa_Rica"))
                .require(303)
                .location());
    }

    private String changeOfTheSecretariat() {
        return last(legal.form("/states/PRY/authorities", authority("America/Asuncion"))
                .require(303)
                .location());
    }

    private String approved() {
        var change = change();
        legal.form("/changes/" + change + "/approval", Map.of()).require(303);
        return change;
    }

    /** The note a change rests on: the change, and the scan behind it. */
    private static String scan(OfficerSession who, String change) {
        var path = scanBegun(who, change);
        who.put("/changes/" + path + "/chunks/0", SCAN).require(204);
        who.post("/changes/" + path + "/completion", Map.of()).require(200);
        return path;
    }

    private static String scanBegun(OfficerSession who, String change) {
        var scans = change + "/scans";
        var announced = Map.of(
                "name",
                "nota.pdf",
                "size",
                SCAN.length,
                "sha256",
                Hash.sha256(SCAN).hex());
        var begun = who.post("/changes/" + scans, announced).require(201).json();
        return scans + '/' + begun.get("id").asString();
    }

    /** A person of Paraguay's whom only its coordinator and the secretariat see. */
    private String mandate() {
        var change = coordinator
                .form(
                        "/states/PRY/mandates",
                        Map.of(
                                "name", "Persona " + ++count,
                                "role", "Jefatura",
                                "network", "PROSECUTORS",
                                "since", "2025-01-01",
                                "visibility", "SECRETARIAT",
                                "source", "Nota 1/2026"))
                .require(303)
                .location();
        legal.form(change + "/approval", Map.of()).require(303);
        var page = legal.page(change).text();
        var id = page.indexOf("/mandates/") + "/mandates/".length();
        return page.substring(id, id + 36);
    }

    private String report() {
        var fields =
                Map.of("entry", "pry-sample-24-7", "said", "moved", "meeting", "First session", "due", "2099-01-01");
        return last(programme
                .form("/authorities/pry-sample-24-7/reports", fields)
                .require(303)
                .location());
    }

    private String status() {
        var at = programme
                .form("/treaties/status", Map.of("instrument", "budapest", "on", "2020-01-01"))
                .require(303)
                .location();
        return at.substring("/treaties/status/".length());
    }

    private String shift() {
        var rota = "/authorities/pry-sample-24-7/duty";
        var day = LocalDate.of(2050, 1, 1).plusDays(++count).toString();
        var fields = Map.of(
                "rhythm",
                "ONCE",
                "fromDay",
                day,
                "fromTime",
                "09:00",
                "untilDay",
                day,
                "untilTime",
                "10:00",
                "who",
                "FUNCTION",
                "function",
                "Fiscal de turno");
        officer.form(rota + "/shifts", fields).require(303);
        return Pattern.compile(rota + "/shifts/([0-9a-f-]{36})")
                .matcher(officer.page(rota).require(200).text())
                .results()
                .map(found -> found.group(1))
                .filter(id -> officer.page(rota + "/shifts/" + id).text().contains("value=\"" + day + "\""))
                .findFirst()
                .orElseThrow();
    }

    private String call() {
        return last(officer.form("/calls/codes", Map.of("with", "cri-sample-24-7"))
                .require(303)
                .location());
    }

    private String handOver() {
        OfficerSession.signIn(base, Cast.PARAGUAY_DEPUTY)
                .form("/duty/hand-overs", Map.of("note", "Nada pendiente."))
                .require(303);
        var page = officer.page("/duty").require(200).text();
        var links =
                Pattern.compile("/duty/hand-overs/([0-9a-f-]{36})/acceptance").matcher(page);
        return links.results().map(link -> link.group(1)).findFirst().orElseThrow();
    }

    private String invited() {
        count++;
        var email = "colleague-" + count + "@enlace.example";
        var fields = Map.of(
                "email",
                email,
                "function",
                "Oficial",
                "role",
                "OFFICER",
                "language",
                "ES",
                "authority",
                "pry-sample-24-7");
        officer.form("/colleagues/invitations", fields).require(200);
        var page = officer.page("/colleagues").require(200).text();
        var links = Pattern.compile("/colleagues/invitations/([0-9a-f-]{36})/withdrawal")
                .matcher(page);
        return links.results()
                .map(link -> link.group(1))
                .filter(invited::add)
                .toList()
                .getLast();
    }

    /** A case system that Paraguay's officer connected: its account. */
    private String system() {
        var challenge =
                officer.post("/systems/challenge", Map.of()).require(200).json();
        var fields = Map.of(
                "name",
                "Sistema " + ++count,
                "email",
                "sistema-" + count + "@enlace.example",
                "label",
                "Servidor",
                "scope",
                "READ",
                "life",
                "MONTH",
                "jws",
                officer.prove(
                        "enlace-case-system+jws", challenge.get("challenge").asString()));
        var page = officer.form("/systems", fields).require(200).text();
        var account = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}")
                .matcher(page.substring(page.indexOf("enlace_")));
        return account.results().findFirst().orElseThrow().group();
    }

    /** A token of a system, as its address has it. */
    private String token(String system) {
        return Pattern.compile("/systems/(" + system + "/tokens/[0-9a-f-]{36})/revocation")
                .matcher(officer.page("/systems").require(200).text())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private Map<String, String> authority(String zone) {
        count++;
        return Map.of(
                "kind",
                "PROSECUTION_UNIT",
                "name",
                "Fiscalía de la Tabla " + count,
                "nameLanguage",
                "es",
                "zone",
                zone,
                "way",
                "NOTE_VERBALE",
                "source",
                "Decreto " + count);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
