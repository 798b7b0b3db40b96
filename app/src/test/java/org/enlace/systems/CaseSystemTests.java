package org.enlace.systems;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.Papers;
import org.enlace.demo.SoftwareOfficer;
import org.enlace.ledger.Answer;
import org.enlace.ledger.Ask;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Open;
import org.enlace.ledger.Receive;
import org.enlace.ledger.Result;
import org.enlace.ledger.Statement;
import org.enlace.ledger.TakeInCharge;
import org.enlace.sealing.Age;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** The case systems of two authorities send, receive, answer and fetch a result, with nothing but a token and keys of their own; and what they may not. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=systems")
@ActiveProfiles("demo")
class CaseSystemTests {

    static final Conditions CONDITIONS = OfficerSession.CONDITIONS;
    private static final String CENTRAL = Cast.Office.COSTA_RICA_CENTRAL.id();
    private static final String FORM = Papers.form("assistance/1", "{\"M-01\":\"canary-51d0\"}");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Endings endings;

    @Test
    void twoCaseSystemsSendReceiveAnswerAndFetchTheResult() {
        var asuncion = connected(Cast.PARAGUAY_DUTY);
        var sanJose = connected(Cast.COSTA_RICA_CENTRAL);
        var before = Program.json(sanJose.get("news"), 200).get("cursor").asLong();

        var id = Program.newId();
        var request = asuncion.request(id, CENTRAL, "CRI", "documents", "assistance/1", FORM);
        var sent = Program.json(asuncion.post("requests", request), 200);
        var again = Program.json(asuncion.post("requests", request), 200);
        assertThat(again).as("the same bytes are one act").isEqualTo(sent);

        var news = Program.json(sanJose.get("news?since=" + before), 200);
        assertThat(news.get("acts").get(0).get("kind").asString()).isEqualTo("send");
        var brief = news.get("requests").get(0);
        assertThat(brief.get("request").asString()).isEqualTo(id.toString());
        assertThat(brief.get("turn").get("mine").asBoolean()).isTrue();
        assertThat(brief.get("turn").get("task").asString()).isEqualTo("open");
        assertThat(sanJose.get("requests/" + id + "/key").statusCode())
                .as("nothing can be read before it is said to be opened")
                .isEqualTo(409);

        sanJose.act(id, new Open(CONDITIONS), null);
        var form = sanJose.read(id, UUID.fromString(sent.get("act").asString()));
        assertThat(form.getFirst()).asString(StandardCharsets.UTF_8).contains("canary-51d0");
        sanJose.act(id, new TakeInCharge("Sistema de casos", LocalDate.now().plusDays(5)), "{}");
        sanJose.act(id, new Ask(LocalDate.now().plusDays(5), List.of()), "¿Qué banco?");

        var question = Program.json(asuncion.get("requests/" + id), 200).get("turn");
        assertThat(question.get("mine").asBoolean()).isTrue();
        assertThat(question.get("task").asString()).isEqualTo("answer");
        asuncion.act(id, new Answer(List.of()), "El de la plaza.");

        var records = new byte[(1 << 20) + 4711];
        java.util.Arrays.fill(records, (byte) 7);
        var result = sanJose.act(id, new Result(true, CONDITIONS), "{}", records);
        var act = UUID.fromString(result.get("act").asString());
        asuncion.act(id, new Receive(act, CONDITIONS), null);
        assertThat(asuncion.read(id, act).get(1)).isEqualTo(records);

        var kinds = Program.json(asuncion.get("news?limit=200&since=" + before), 200)
                .get("acts")
                .valueStream()
                .filter(each -> each.get("request").asString().equals(id.toString()))
                .map(each -> each.get("kind").asString());
        assertThat(kinds).containsExactly("send", "open", "take-in-charge", "ask", "answer", "result", "receive");
        assertThat(officer(Cast.PARAGUAY_DUTY)
                        .page("/requests/" + id)
                        .require(200)
                        .text())
                .as("officers see what their system did")
                .contains("Sistema de casos");
    }

    @Test
    void fiftyPostsOfTheSameBytesAreOneAct() throws Exception {
        var asuncion = connected(Cast.PARAGUAY_DUTY);
        var id = Program.newId();
        var request = asuncion.request(id, CENTRAL, "CRI", "documents", "assistance/1", FORM);
        var answers = new TreeSet<String>();
        try (var threads = Executors.newFixedThreadPool(10)) {
            var posts = java.util.Collections.nCopies(
                    50, (Callable<JsonNode>) () -> Program.json(asuncion.post("requests", request), 200));
            for (var answer : threads.invokeAll(posts)) {
                answers.add(answer.get().get("act").asString()
                        + answer.get().get("reference").asString());
            }
        }
        assertThat(answers).hasSize(1);
        assertThat(database.sql("select count(*) from exchange.act where request = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aTokenOpensItsOwnDoorsOnlyAndACookieDoesNotOpenThem() {
        var program = connected(Cast.PARAGUAY_DUTY);
        assertThat(program.get("me").headers().firstValue("Enlace-Token-Expires"))
                .isPresent();
        for (var elsewhere : List.of("/desk", "/keys/mine", "/account", "/systems", "/session")) {
            var answer = program.get(elsewhere);
            assertThat(answer.statusCode() == 401 || !new String(answer.body()).contains("Sistema"))
                    .as(elsewhere)
                    .isTrue();
        }
        var officer = officer(Cast.PARAGUAY_DUTY);
        assertThat(officer.get("/api/v1/exchange/news").status()).isEqualTo(401);
        assertThat(officer.post("/api/v1/exchange/requests", Map.of()).status()).isEqualTo(401);
        assertThat(officer.get("/api/v1/exchange/news?token=" + "enlace_" + "A".repeat(43))
                        .status())
                .as("never in an address")
                .isEqualTo(401);
    }

    @Test
    void whatIsNotTheAuthoritysIsNotThere() {
        var asuncion = connected(Cast.PARAGUAY_DUTY);
        var brasilia = connected(Cast.BRAZIL_DUTY);
        var id = Program.newId();
        var sent = Program.json(
                asuncion.post("requests", asuncion.request(id, CENTRAL, "CRI", "documents", "assistance/1", FORM)),
                200);
        for (var path : List.of(
                "requests/" + id,
                "requests/" + id + "/acts",
                "requests/" + id + "/key",
                "requests/" + id + "/acts/" + sent.get("act").asString())) {
            assertThat(brasilia.get(path).statusCode()).as(path).isEqualTo(404);
        }
        var seen = new String(brasilia.get("news?limit=200").body(), StandardCharsets.UTF_8);
        assertThat(seen).doesNotContain(id.toString());
    }

    @Test
    void aTokenThatReadsOnlyDoesNotAct() {
        var officer = officer(Cast.PARAGUAY_DUTY);
        var system = connect(officer, "READ");
        var reader = new Program(base(), system.token(), SoftwareOfficer.make(system.account()));
        assertThat(reader.get("me").statusCode()).isEqualTo(200);
        var refused = reader.post("uploads", Map.of("id", Program.newId(), "request", Program.newId(), "size", 3));
        assertThat(refused.statusCode()).isEqualTo(403);
        var problem = Program.json(refused, 403);
        assertThat(problem.get("code").asString()).isEqualTo("TOKEN_ONLY_READS");
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aRevokedOrExpiredTokenIsWorthNothingAtOnceAndIsNowhereKept() {
        var officer = officer(Cast.PARAGUAY_DUTY);
        var system = connect(officer, "ACT");
        var program = new Program(base(), system.token(), SoftwareOfficer.make(system.account()));
        assertThat(program.get("me").statusCode()).isEqualTo(200);
        var rows = database.sql("select t::text from access.program_token t")
                .query(String.class)
                .list();
        var hex = java.util.HexFormat.of()
                .formatHex(Base64.getUrlDecoder().decode(system.token().substring(7)));
        assertThat(rows).noneMatch(row -> row.contains(system.token().substring(7)) || row.contains(hex));

        var coordinator = officer(Cast.PARAGUAY_COORDINATOR);
        var page = coordinator.page("/systems").require(200).text();
        var revocation = Pattern.compile("/systems/" + system.account() + "/tokens/[0-9a-f-]{36}/revocation")
                .matcher(page);
        assertThat(revocation.find()).isTrue();
        assertThat(page).doesNotContain(system.token());
        assertThat(officer(Cast.BRAZIL_DUTY).form(revocation.group(), Map.of()).status())
                .isEqualTo(404);
        assertThat(program.get("me").statusCode()).isEqualTo(200);
        coordinator.form(revocation.group(), Map.of()).require(303);
        assertThat(program.get("me").statusCode()).isEqualTo(401);

        var other = connect(officer, "ACT");
        database.sql(
                        "update access.program_token set made_at = made_at - interval '366 days', expires_at = expires_at - interval '366 days' where account = :id")
                .param("id", other.account())
                .update();
        assertThat(new Program(base(), other.token(), SoftwareOfficer.make(other.account()))
                        .get("me")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aRefusedActIsSignedForTheSystemToo() {
        var asuncion = connected(Cast.PARAGUAY_DUTY);
        var request =
                new HashMap<>(asuncion.request(Program.newId(), CENTRAL, "CRI", "documents", "assistance/1", FORM));
        request.put("keys", List.of());
        var problem = Program.json(asuncion.post("requests", request), 422);
        assertThat(problem.get("code").asString()).isEqualTo("WRONG_KEYS");
        var jws = Jws.parse(problem.get("refusal").get("refusal").asString());
        assertThat(org.enlace.ledger.Signed.of(jws))
                .isInstanceOfSatisfying(
                        org.enlace.ledger.SignedRefusal.class,
                        said -> assertThat(said.what().digest())
                                .isEqualTo(Jws.parse(String.valueOf(request.get("jws")))
                                        .digest()));
    }

    @Test
    void aTokenThatEndsIsAnnouncedInTimeToThoseWhoCanMakeTheNextAndThoseWhoRunTheSystem() {
        var officer = officer(Cast.PARAGUAY_DUTY);
        var system = connect(officer, "ACT");
        endings.warn();
        assertThat(announced(system)).as("a year is left").isEmpty();
        for (var days : List.of(59, 29, 6, 0)) {
            endsIn(system, days);
            endings.warn();
            endings.warn();
        }
        assertThat(announced(system).stream().map(each -> each.split("/")[2]).distinct())
                .as("60, 30, 7 days and one day before, once each")
                .containsExactlyInAnyOrder("60", "30", "7", "1");
        assertThat(database.sql("select recipient from notices.notice where effect_key like :key")
                        .param("key", "token-ends/" + token(system) + "/60/%")
                        .query(String.class)
                        .list())
                .contains(system.email(), Cast.PARAGUAY_DUTY.email());
        assertThat(officer.page("/systems").require(200).text()).contains("vence en menos de un día");

        var replaced = connect(officer, "ACT");
        endsIn(replaced, 6);
        database.sql(
                        "insert into access.program_token select gen_random_uuid(), account, sha256(token_hash), label, acts, made_by, now(), now() + interval '300 days', now(), '127.0.0.1' from access.program_token where id = :id")
                .param("id", token(replaced))
                .update();
        endings.warn();
        assertThat(announced(replaced))
                .as("a system that enters with a later token is left in peace")
                .isEmpty();
    }

    private List<String> announced(Connected system) {
        return database.sql("""
                        select effect_key from notices.notice where effect_key like any (
                            select 'token-ends/' || id || '/%' from access.program_token where account = :account)""")
                .param("account", system.account())
                .query(String.class)
                .list();
    }

    /** So many whole days and an hour, as if the rest of the year had passed. */
    private void endsIn(Connected system, int days) {
        database.sql("""
                        update access.program_token
                        set made_at = now() - interval '300 days', expires_at = now() + :days * interval '1 day' + interval '1 hour'
                        where account = :account""").param("days", days).param("account", system.account()).update();
    }

    @Test
    void aSessionAloneMakesNoToken() {
        var officer = officer(Cast.PARAGUAY_DUTY);
        var fields = new HashMap<>(form("ACT"));
        assertThat(officer.form("/systems", fields).status())
                .as("without a proof")
                .isEqualTo(422);
        fields.put(
                "jws",
                officer.prove(
                        "enlace-case-system+jws",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32])));
        assertThat(officer.form("/systems", fields).status())
                .as("with a challenge of one's own")
                .isEqualTo(422);
        assertThat(officer(Cast.PARAGUAY_COORDINATOR).form("/systems", fields).status())
                .isEqualTo(404);
    }

    @Test
    void aSystemHasOneKeyForItsLifeAndCountsForNoPerson() {
        var officer = officer(Cast.BRAZIL_DUTY);
        var system = connect(officer, "ACT");
        var program = new Program(base(), system.token(), SoftwareOfficer.make(system.account()));
        assertThat(program.state().statusCode()).isEqualTo(204);
        assertThat(new Program(base(), system.token(), SoftwareOfficer.make(system.account()))
                        .state()
                        .statusCode())
                .isEqualTo(409);
        assertThat(OfficerSession.visitor(base())
                        .post("/sign-in/code", Map.of("email", system.email(), "code", "000000"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoAsksTooFastIsToldWhenToGoOn() {
        var system = connect(officer(Cast.PARAGUAY_DUTY), "READ");
        database.sql(
                        "insert into access.tries (subject, level, at) values (:subject, 600, now() + interval '1 minute')")
                .param(
                        "subject",
                        Hash.sha256(("PROGRAM_BY_TOKEN " + token(system)).getBytes(StandardCharsets.UTF_8))
                                .bytes())
                .update();
        var answer = new Program(base(), system.token(), SoftwareOfficer.make(system.account())).get("me");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void everyDoorIsDescribedWithAnExampleThatLooksLikeItsAnswer() {
        var described = OfficerSession.visitor(base())
                .get("/api/v1/openapi")
                .require(200)
                .json();
        var paths = described.get("paths");
        var undescribed = new ArrayList<String>();
        paths.propertyNames().stream()
                .filter(path -> path.startsWith("/api/v1/exchange"))
                .forEach(path -> paths.get(path).propertyNames().forEach(method -> {
                    var door = paths.get(path).get(method);
                    if (door.path("summary").asString("").isEmpty()
                            || door.path("security").isEmpty()) {
                        undescribed.add(method + ' ' + path);
                    }
                }));
        assertThat(undescribed).isEmpty();
        assertThat(described
                        .at("/components/securitySchemes/caseSystemToken/scheme")
                        .asString())
                .isEqualTo("bearer");

        var program = connected(Cast.PARAGUAY_DUTY);
        var id = Program.newId();
        program.post("requests", program.request(id, CENTRAL, "CRI", "documents", "assistance/1", FORM));
        var doors = ApiDescription.read();
        Map.of(
                        "GET /api/v1/exchange/me", "me",
                        "GET /api/v1/exchange/keys/mine", "keys/mine",
                        "GET /api/v1/exchange/keys/authorities/{id}", "keys/authorities/" + CENTRAL,
                        "GET /api/v1/exchange/news", "news",
                        "GET /api/v1/exchange/requests/{id}", "requests/" + id,
                        "GET /api/v1/exchange/requests/{id}/acts", "requests/" + id + "/acts",
                        "GET /api/v1/exchange/requests/{id}/key", "requests/" + id + "/key")
                .forEach((door, path) -> assertThat(shape(Program.json(program.get(path), 200)))
                        .as(door)
                        .isEqualTo(shape(doors.get(door).get("answer"))));
    }

    /** The names of the members, and of those of the first element of each list that is not empty. */
    private static String shape(JsonNode node) {
        var shape = new StringBuilder();
        node.propertyNames().forEach(name -> {
            var value = node.get(name);
            shape.append(name).append(value.isObject() && !name.equals("turn") ? "{" + shape(value) + "} " : " ");
        });
        return shape.toString();
    }

    private UUID token(Connected system) {
        return database.sql("select id from access.program_token where account = :account")
                .param("account", system.account())
                .query(UUID.class)
                .single();
    }

    /** A case system that has stated its key and was admitted by the officer who connected it. */
    private Program connected(Cast member) {
        var officer = officer(member);
        var system = connect(officer, "ACT");
        var key = SoftwareOfficer.make(system.account());
        var program = new Program(base(), system.token(), key);
        assertThat(Program.json(program.get("me"), 200).get("stated").asBoolean())
                .isFalse();
        assertThat(program.state().statusCode()).isEqualTo(204);
        admit(officer, key);
        assertThat(Program.json(program.get("me"), 200).get("admitted").asBoolean())
                .isTrue();
        program.unlock();
        return program;
    }

    private Connected connect(OfficerSession officer, String scope) {
        var fields = new HashMap<>(form(scope));
        var challenge = officer.post("/systems/challenge", Map.of())
                .require(200)
                .json()
                .get("challenge")
                .asString();
        fields.put("jws", officer.prove("enlace-case-system+jws", challenge));
        var page = officer.form("/systems", fields).require(200).text();
        var token = Pattern.compile("enlace_[A-Za-z0-9_-]{43}").matcher(page);
        var account = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}")
                .matcher(page.substring(page.indexOf("enlace_")));
        assertThat(token.find() && account.find()).isTrue();
        return new Connected(UUID.fromString(account.group()), token.group(), fields.get("email"));
    }

    private static Map<String, String> form(String scope) {
        return Map.of(
                "name", "Sistema de casos",
                "email", UUID.randomUUID() + "@enlace.example",
                "label", "Servidor",
                "scope", scope,
                "life", "YEAR");
    }

    /** As the page does once the six words were compared. */
    private static void admit(OfficerSession officer, SoftwareOfficer system) {
        var mine = officer.get("/keys/mine").require(200).json().get("authority");
        var generation = mine.get("generation").asInt();
        var copies = new HashMap<String, String>();
        for (var copy : mine.get("copies")) {
            var opened = Age.open(
                    Base64.getDecoder().decode(copy.get("sealed").asString()),
                    officer.officer().identity());
            copies.put(
                    copy.get("generation").asString(),
                    Base64.getEncoder()
                            .encodeToString(Age.seal(opened, system.identity().recipient())));
        }
        var waiting = officer.get("/keys/authority/waiting").require(200).json().get("officers");
        var stated = waiting.valueStream()
                .map(each -> Jws.parse(each.get("jws").asString()))
                .filter(jws -> new String(jws.payload(), StandardCharsets.UTF_8)
                        .contains(system.account().toString()))
                .findFirst()
                .orElseThrow();
        var admission = officer.officer()
                .sign(new Statement.Admission(
                        mine.get("id").asString(),
                        generation,
                        system.account(),
                        stated.digest(),
                        java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS)));
        officer.post("/keys/authority/admissions", Map.of("statement", admission.compact(), "copies", copies))
                .require(204);
    }

    private OfficerSession officer(Cast member) {
        return OfficerSession.signIn(base(), member);
    }

    private String base() {
        return "http://localhost:" + port;
    }

    private record Connected(UUID account, String token, String email) {}
}
