package org.enlace;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.demo.Age;
import org.enlace.demo.Cast;
import org.enlace.demo.SoftwareOfficer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Signed;
import org.enlace.ledger.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An officer's browser without a screen, at a running demo: signs in as one of the cast, unlocks the keys, and seals, uploads, signs and posts through the same
 * doors as the pages' scripts. One session, one thread at a time.
 */
public final class SoftwareBrowser {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CHUNK = 1 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String address;
    private final Cast.Office office;
    private FormKey formKey;
    private final SoftwareOfficer officer;
    private final Age.Identity authorityKey;

    private SoftwareBrowser(String address, Cast member) throws IOException, InterruptedException {
        this.address = address;
        this.office = member.office().orElseThrow();
        this.formKey = formKey();
        post(
                "/demo/sign-in",
                "application/x-www-form-urlencoded",
                ("as=" + URLEncoder.encode(member.key(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        this.formKey = formKey();
        var mine = get("/keys/mine");
        this.officer = unlock(mine);
        this.authorityKey =
                Age.Identity.of(opened(mine.at("/authority/copies/0/sealed").asString(), officer.identity())
                        .get("identity")
                        .asString());
    }

    /** Signs in, with the keys unlocked. */
    public static SoftwareBrowser signIn(String address, Cast member) throws IOException, InterruptedException {
        return new SoftwareBrowser(address, member);
    }

    /** A request that is sealed, uploaded and signed, and not yet posted. */
    public Ready prepareRequest(Cast.Office to, byte[] form) throws IOException, InterruptedException {
        var request = newId();
        var key = Age.newIdentity();
        var theirs = get("/keys/authorities/" + to.id());
        var generation = theirs.get("generation").asInt();
        var content = upload(request, Act.Role.FORM, Age.seal(form, key.recipient()));
        var send = new Coded.Send(
                "preservation", "budapest", to.state().iso3(), to.id(), generation, true, null, "preservation/1");
        var act = act(request, List.of(content), send, null);
        var keyFile = SoftwareOfficer.requestKeyFile(request, key);
        var keys = List.of(
                sealedKey(office.id(), 1, Age.seal(keyFile, authorityKey.recipient())),
                sealedKey(to.id(), generation, Age.seal(keyFile, recipientOf(theirs, generation))));
        return ready(act, "/requests", keys);
    }

    /** A further act on a request, not yet posted. */
    public Ready prepareAct(UUID request, Coded coded, Hash previous) {
        return ready(act(request, List.of(), coded, previous), "/requests/" + request + "/acts", List.of());
    }

    /** The same with a message, sealed to the request's key, which this officer's authority holds. */
    public Ready prepareAct(UUID request, Coded coded, Hash previous, byte[] message)
            throws IOException, InterruptedException {
        var sealedKey = get("/requests/" + request + "/key").get("sealed").asString();
        var key =
                Age.Identity.of(opened(sealedKey, authorityKey).get("identity").asString());
        var content = upload(request, Act.Role.MESSAGE, Age.seal(message, key.recipient()));
        return ready(act(request, List.of(content), coded, previous), "/requests/" + request + "/acts", List.of());
    }

    /**
     * Posts what was prepared; the same again is the same act.
     *
     * @throws IOException when there was no answer: the act may have been taken or not
     */
    public Answered post(Ready ready) throws IOException, InterruptedException {
        return Answered.of(JSON.readTree(
                post(ready.path(), "application/json", ready.body().getBytes(StandardCharsets.UTF_8))));
    }

    /** What the server says today of an act that it took before. */
    public Answered look(UUID request, UUID act) throws IOException, InterruptedException {
        return Answered.of(get("/requests/" + request + "/acts/" + act));
    }

    /** Any address that answers with JSON. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(answer(request(path).GET().build()));
    }

    /** Any address that answers with text. */
    public String text(String path) throws IOException, InterruptedException {
        return new String(answer(request(path).GET().build()), StandardCharsets.UTF_8);
    }

    private Act.Content upload(UUID request, Act.Role role, byte[] sealed) throws IOException, InterruptedException {
        var document = newId();
        post(
                "/uploads",
                "application/json",
                JSON.writeValueAsBytes(Map.of("id", document, "request", request, "size", sealed.length)));
        for (int number = 0; number * CHUNK < sealed.length; number++) {
            var chunk = Arrays.copyOfRange(sealed, number * CHUNK, Math.min(sealed.length, (number + 1) * CHUNK));
            answer(request("/uploads/" + document + "/chunks/" + number)
                    .header(formKey.header(), formKey.token())
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(chunk))
                    .build());
        }
        var digest = Hash.sha256(sealed);
        post(
                "/uploads/" + document + "/completion",
                "application/json",
                JSON.writeValueAsBytes(Map.of("sha256", digest.hex())));
        return new Act.Content(document, role, digest, sealed.length);
    }

    private Act act(UUID request, List<Act.Content> content, Coded coded, @Nullable Hash previous) {
        var clock = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Act(request, newId(), office.id(), officer.account(), content, coded, previous, clock);
    }

    private Ready ready(Act act, String path, List<Map<String, Object>> keys) {
        var jws = officer.sign(act);
        var body = JSON.writeValueAsString(Map.of("jws", jws.compact(), "keys", keys));
        return new Ready(act.request(), act.act(), jws.digest(), path, body);
    }

    private static Map<String, Object> sealedKey(String authority, int generation, byte[] sealed) {
        return Map.of(
                "authority",
                authority,
                "generation",
                generation,
                "sealed",
                Base64.getEncoder().encodeToString(sealed));
    }

    private static String recipientOf(JsonNode published, int generation) {
        var statement = Jws.parse(
                published.get("statements").get(generation - 1).get("jws").asString());
        return ((Statement.AuthorityKey) Signed.of(statement)).recipient();
    }

    private static SoftwareOfficer unlock(JsonNode mine) throws IOException {
        for (var lock : mine.get("locks")) {
            if (lock.get("kind").asString().equals("demo")) {
                var key = opened(
                        lock.get("sealed").asString(),
                        Age.Identity.of(lock.get("identity").asString()));
                return SoftwareOfficer.of(
                        UUID.fromString(key.get("account").asString()),
                        key.get("identity").asString(),
                        key.get("seed").asString());
            }
        }
        throw new IOException("this account has no demo lock");
    }

    private static JsonNode opened(String sealed, Age.Identity identity) {
        return JSON.readTree(Age.open(Base64.getDecoder().decode(sealed), identity));
    }

    private FormKey formKey() throws IOException, InterruptedException {
        var csrf = get("/session").get("csrf");
        return new FormKey(csrf.get("header").asString(), csrf.get("token").asString());
    }

    private byte[] post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", type)
                .header(formKey.header(), formKey.token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json");
    }

    private byte[] answer(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 400) {
            throw new Unexpected(request.method() + " " + request.uri().getPath() + " gave " + response.statusCode()
                    + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    private record FormKey(String header, String token) {}

    /**
     * An act as it is posted, byte for byte, as often as need be.
     *
     * @param digest of its JWS
     */
    public record Ready(UUID request, UUID act, Hash digest, String path, String body) {}

    /** What the server answers to an act; index and receipt are null while the log is late. */
    public record Answered(
            UUID request,
            UUID act,
            Hash digest,
            @Nullable Long index,
            @Nullable String receipt) {

        static Answered of(JsonNode json) {
            var index = json.get("index");
            var receipt = json.get("receipt");
            return new Answered(
                    UUID.fromString(json.get("request").asString()),
                    UUID.fromString(json.get("act").asString()),
                    Hash.ofHex(json.get("digest").asString()),
                    index.isNull() ? null : (Long) index.asLong(),
                    receipt.isNull() ? null : receipt.asString());
        }
    }

    /** An answer that is no success; the message has the status and what the server said. */
    public static final class Unexpected extends IOException {

        private static final long serialVersionUID = 1L;

        Unexpected(String message) {
            super(message);
        }
    }
}
