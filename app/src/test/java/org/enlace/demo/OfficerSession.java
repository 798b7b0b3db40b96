package org.enlace.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.enlace.ledger.Act;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Open;
import org.enlace.ledger.Send;
import org.enlace.ledger.Share;
import org.enlace.ledger.Transfer;
import org.enlace.sealing.Age;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A software officer who is signed in to a demo over HTTP and does what a browser does there, byte for byte as {@code docs/protocols/exchange.md} says: opens the keys,
 * seals, uploads in chunks, signs and posts. For tests, benchmarks and {@code bin/faults/}; not for use by several threads at once.
 */
public final class OfficerSession {

    private static final int CHUNK = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Those that this officer sends everything under. */
    public static final Conditions CONDITIONS = new Conditions(
            Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, Conditions.Leave.ASK, Conditions.Leave.FREE);

    /** What opens a request that was sent so. */
    public static final Open OPEN = new Open(CONDITIONS);

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final @Nullable SSLContext tls;
    private final Clock clock;
    private HttpClient http;
    private final Map<String, Age.Identity> authorityKeys = new HashMap<>();
    private String formKeyHeader = "";
    private String formKey = "";
    private @Nullable SoftwareOfficer officer;
    private String authority = "";
    private int generation;

    private OfficerSession(URI base, Clock clock, @Nullable SSLContext tls) {
        this.base = base;
        this.clock = clock;
        this.tls = tls;
        this.http = connected();
    }

    /** Signs in with one click, as anybody of the cast, and unlocks the keys that the demo hands out. */
    public static OfficerSession signIn(String base, Cast member) {
        return signIn(base, member, Clock.systemUTC());
    }

    public static OfficerSession signIn(String base, Cast member, Clock clock) {
        return signIn(new OfficerSession(URI.create(base), clock, null), member);
    }

    /** To a server that ends TLS itself. */
    public static OfficerSession signIn(String base, Cast member, SSLContext tls) {
        return signIn(new OfficerSession(URI.create(base), Clock.systemUTC(), tls), member);
    }

    private static OfficerSession signIn(OfficerSession session, Cast member) {
        session.refreshFormKey();
        var form = "as=" + URLEncoder.encode(member.key(), StandardCharsets.UTF_8);
        var entered = session.send(session.request("/demo/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(session.formKeyHeader, session.formKey)
                .POST(BodyPublishers.ofString(form)));
        if (entered.statusCode() != 303) {
            throw new IllegalStateException("the demo did not let " + member.key() + " in: " + entered.statusCode());
        }
        session.refreshFormKey();
        session.unlock();
        return session;
    }

    /** Somebody who is not signed in. */
    public static OfficerSession visitor(String base) {
        return visitor(base, null);
    }

    public static OfficerSession visitor(String base, @Nullable SSLContext tls) {
        var session = new OfficerSession(URI.create(base), Clock.systemUTC(), tls);
        session.refreshFormKey();
        return session;
    }

    /** Lets go of every connection; the session goes on over new ones. */
    public void reconnect() {
        http.shutdownNow();
        http = connected();
    }

    private HttpClient connected() {
        var builder = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(10));
        return tls == null ? builder.build() : builder.sslContext(tls).build();
    }

    /** What the officer signs and opens with. */
    public SoftwareOfficer officer() {
        if (officer == null) {
            throw new IllegalStateException("signed in without a key");
        }
        return officer;
    }

    /** The id of the officer's authority; empty for those who have none. */
    public String authority() {
        return authority;
    }

    /** Signs a challenge of the server, as a browser does before it adds a way or makes a token. */
    public String prove(String type, String challenge) {
        var file = JSON.readTree(officer().officerKeyFile(Instant.EPOCH));
        var key = org.enlace.ledger.SigningKey.ofSeed(
                Base64.getUrlDecoder().decode(file.get("seed").asString()));
        var payload = "{\"v\":1,\"account\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"time\":\"%s\"}"
                .formatted(
                        officer().account(),
                        challenge,
                        base,
                        Instant.now(clock)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()
                                .replace("Z", ".000Z"));
        return Jws.sign(key, type, payload.getBytes(StandardCharsets.UTF_8)).compact();
    }

    /** What a program or a person gets at an address, with whatever status. */
    public Reply get(String path) {
        return reply(send(request(path).GET()));
    }

    /** A page as a person's browser asks for it. */
    public Reply page(String path) {
        return reply(send(request(path).setHeader("Accept", "text/html").GET()));
    }

    /** As a browser follows a link: a page if there is one, else whatever there is. */
    public Reply follow(String path) {
        return reply(
                send(request(path).setHeader("Accept", "text/html, */*;q=0.5").GET()));
    }

    /** A block that a page fetches by itself. */
    public Reply block(String path) {
        return reply(send(request(path)
                .setHeader("Accept", "text/html")
                .header("HX-Request", "true")
                .GET()));
    }

    public Reply getRange(String path, String range) {
        return reply(send(request(path).header("Range", range).GET()));
    }

    public Reply post(String path, Object body) {
        return send("POST", path, "application/json", JSON.writeValueAsBytes(body));
    }

    /** Sends a form as a page does; a redirection is not followed. */
    public Reply form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + '='
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return reply(
                send(changing("POST", path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8))
                        .setHeader("Accept", "text/html")));
    }

    /** Sends a form with its key among the fields, as a page does; the page is the same each time. */
    public Reply press(String path, Map<String, String> fields) {
        var all = new java.util.TreeMap<>(fields);
        all.put("_csrf", formKey);
        return form(path, all);
    }

    /** Sends a form with one file as a page without scripts does. */
    public Reply attach(String path, String field, String name, byte[] file) {
        return attach(path, field, name, file, formKey);
    }

    /** The same, with this as the form's key. */
    public Reply attach(String path, String field, String name, byte[] file, String key) {
        var part = "--edge\r\nContent-Disposition: form-data; name=\"";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(part + "_csrf\"\r\n\r\n" + key + "\r\n"),
                BodyPublishers.ofString(part + field + "\"; filename=\"" + name + "\"\r\n\r\n"),
                BodyPublishers.ofByteArray(file),
                BodyPublishers.ofString("\r\n--edge--\r\n"));
        return reply(send(request(path)
                .setHeader("Accept", "text/html")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(body)));
    }

    public Reply put(String path, byte[] body) {
        return send("PUT", path, "application/octet-stream", body);
    }

    /** Anything that changes something, with the form's key. */
    public Reply send(String method, String path, String type, byte[] body) {
        return reply(send(changing(method, path, type, body)));
    }

    /** Sends what has no length beforehand; the status, or 0 when the line broke before there was one. */
    public int stream(String method, String path, String type, java.io.InputStream body) {
        try {
            return send(request(path)
                            .header("Content-Type", type)
                            .header(formKeyHeader, formKey)
                            .method(method, BodyPublishers.ofInputStream(() -> body)))
                    .statusCode();
        } catch (UncheckedIOException broken) {
            return 0;
        }
    }

    /** Only the head of a request, over a connection of its own: who speaks, and how much is said to follow. */
    public void head(java.io.OutputStream out, String method, String path, String type, long length)
            throws IOException {
        var sent = cookies.getCookieStore().get(base).stream()
                .map(cookie -> cookie.getName() + '=' + cookie.getValue())
                .collect(Collectors.joining("; "));
        var head =
                "%s %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n%s: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(method, path, base.getAuthority(), sent, formKeyHeader, formKey, type, length);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Uploads sealed bytes and says what an act says of them. */
    public Act.Content upload(UUID request, Act.Role role, byte[] sealed) {
        var id = newId();
        post("/uploads", Map.of("id", id, "request", request, "size", sealed.length))
                .require(201);
        for (var number = 0; number * CHUNK < sealed.length; number++) {
            var chunk = Arrays.copyOfRange(sealed, number * CHUNK, Math.min(sealed.length, (number + 1) * CHUNK));
            put("/uploads/" + id + "/chunks/" + number, chunk).require(204);
        }
        var hash = Hash.sha256(sealed);
        post("/uploads/" + id + "/completion", Map.of("sha256", hash.hex())).require(200);
        return new Act.Content(id, role, hash, sealed.length);
    }

    /** Keeps a draft of this id: what its author does before the request is sent. */
    public void keepDraft(UUID id, String text) {
        var body = JSON.writeValueAsBytes(Map.of("version", 0, "form", "preservation/1", "sealed", sealedDraft(text)));
        send("PUT", "/drafts/" + id, "application/json", body).require(200);
    }

    /** A colleague's request, signed by this officer: the same form and files, the same copies of its key. */
    public Signed signAgain(Signed other) {
        var first = (Act) org.enlace.ledger.Signed.of(other.jws());
        var act = act(other.request(), first.content(), first.coded(), null);
        return new Signed(other.request(), act.act(), officer().sign(act), other.copies(), other.key());
    }

    /** Keeps a draft, sealed to the officer's authority. */
    public UUID draft(String text) {
        var id = newId();
        keepDraft(id, text);
        return id;
    }

    /** A draft as it is kept: base64. */
    public String sealedDraft(String text) {
        return Base64.getEncoder()
                .encodeToString(Age.seal(
                        text.getBytes(StandardCharsets.UTF_8),
                        authorityKey(generation).recipient()));
    }

    /** Signs a request to another authority: the form and attachments are uploaded sealed, the request's key is sealed to both. Nothing is sent yet. */
    public Signed sign(
            String requested, Urgency urgency, @Nullable UUID extending, String form, byte[]... attachments) {
        return sign(requested, urgency, extending, send -> send, form, attachments);
    }

    /** The same, with something else in what the host sees. */
    public Signed sign(
            String requested,
            Urgency urgency,
            @Nullable UUID extending,
            UnaryOperator<Send> change,
            String form,
            byte[]... attachments) {
        var id = newId();
        var key = Age.newIdentity();
        var content = new java.util.ArrayList<Act.Content>();
        content.add(upload(id, Act.Role.FORM, Age.seal(form.getBytes(StandardCharsets.UTF_8), key.recipient())));
        for (var attachment : attachments) {
            content.add(upload(id, Act.Role.ATTACHMENT, Age.seal(attachment, key.recipient())));
        }
        var other = get("/keys/authorities/" + requested).require(200).json();
        var otherGeneration = other.get("generation").asInt();
        var state = requested.substring(0, 3).toUpperCase(java.util.Locale.ROOT);
        var send = new Send(
                "preservation",
                "budapest",
                state,
                requested,
                otherGeneration,
                urgency == Urgency.URGENT,
                extending == null ? Send.Status.NEW : Send.Status.EXTENSION,
                extending,
                "preservation/1",
                CONDITIONS);
        var act = act(id, content, change.apply(send), null);
        var copies = List.of(
                copy(id, key, authority, generation, authorityKey(generation).recipient()),
                copy(id, key, requested, otherGeneration, recipient(other)));
        return new Signed(id, act.act(), officer().sign(act), copies, key);
    }

    /** Signs that another authority of the same state has the request from now on, with the request's key sealed to that one. */
    public Signed transfer(UUID request, String to) {
        var other = get("/keys/authorities/" + to).require(200).json();
        var theirs = other.get("generation").asInt();
        var act = act(request, List.of(), new Transfer(to, theirs, Transfer.Reason.WRONG_OFFICE), lastDigest(request));
        var copies = List.of(copy(request, requestKey(request), to, theirs, recipient(other)));
        return new Signed(request, act.act(), officer().sign(act), copies, null);
    }

    /** Signs that another authority of the own state may read the request from now on, with the request's key sealed to that one. */
    public Signed share(UUID request, String with) {
        var other = get("/keys/authorities/" + with).require(200).json();
        var theirs = other.get("generation").asInt();
        var act = act(request, List.of(), new Share(with, theirs), lastDigest(request));
        var copies = List.of(copy(request, requestKey(request), with, theirs, recipient(other)));
        return new Signed(request, act.act(), officer().sign(act), copies, null);
    }

    /** Signs what comes after: a message, if there is one, is sealed and uploaded first. */
    public Signed sign(UUID request, Coded coded, @Nullable String message, byte[]... attachments) {
        var content = new java.util.ArrayList<Act.Content>();
        if (message != null) {
            var key = requestKey(request);
            content.add(upload(
                    request, Act.Role.MESSAGE, Age.seal(message.getBytes(StandardCharsets.UTF_8), key.recipient())));
            for (var attachment : attachments) {
                content.add(upload(request, Act.Role.ATTACHMENT, Age.seal(attachment, key.recipient())));
            }
        }
        var act = act(request, content, coded, lastDigest(request));
        return new Signed(request, act.act(), officer().sign(act), List.of(), null);
    }

    /** Posts what was signed; the same bytes however often. */
    public Reply post(Signed signed) {
        var body = new LinkedHashMap<String, Object>();
        body.put("jws", signed.jws().compact());
        body.put("keys", signed.copies());
        return post(signed.key() == null ? "/requests/" + signed.request() + "/acts" : "/requests", body);
    }

    /** Signs and posts, and answers what the server answered. */
    public JsonNode act(UUID request, Coded coded, @Nullable String message, byte[]... attachments) {
        return post(sign(request, coded, message, attachments)).require(200).json();
    }

    /** The key of a request, opened with the authority's. */
    public Age.Identity requestKey(UUID request) {
        var copy = get("/requests/" + request + "/key").require(200).json();
        var sealed = Base64.getDecoder().decode(copy.get("sealed").asString());
        var file = JSON.readTree(
                Age.open(sealed, authorityKey(copy.get("generation").asInt())));
        return Age.Identity.of(file.get("identity").asString());
    }

    /** The acts of a request as they were signed, in order. */
    public List<Jws> acts(UUID request) {
        return get("/requests/" + request + "/acts")
                .require(200)
                .json()
                .get("acts")
                .valueStream()
                .map(act -> Jws.parse(act.get("jws").asString()))
                .toList();
    }

    /** Opens a document that an act of the request brought. */
    public byte[] open(UUID request, UUID document) {
        return Age.open(get("/documents/" + document).require(200).body(), requestKey(request));
    }

    /** A UUIDv7, as browsers make them. */
    public UUID newId() {
        return com.fasterxml.uuid.Generators.timeBasedEpochRandomGenerator().generate();
    }

    private void refreshFormKey() {
        var csrf = get("/session").require(200).json().get("csrf");
        formKeyHeader = csrf.get("header").asString();
        formKey = csrf.get("token").asString();
    }

    private void unlock() {
        var mine = get("/keys/mine").require(200).json();
        var lock = mine.get("locks")
                .valueStream()
                .filter(each -> each.get("kind").asString().equals("demo"))
                .findFirst()
                .orElseThrow();
        var file = JSON.readTree(Age.open(
                Base64.getDecoder().decode(lock.get("sealed").asString()),
                Age.Identity.of(lock.get("identity").asString())));
        var own = SoftwareOfficer.of(
                UUID.fromString(mine.get("account").asString()),
                file.get("identity").asString(),
                file.get("seed").asString());
        officer = own;
        if (mine.get("authority").isNull()) {
            return;
        }
        authority = mine.get("authority").get("id").asString();
        generation = mine.get("authority").get("generation").asInt();
        for (var copy : mine.get("authority").get("copies")) {
            var opened = Age.open(Base64.getDecoder().decode(copy.get("sealed").asString()), own.identity());
            authorityKeys.put(
                    copy.get("generation").asString(),
                    Age.Identity.of(JSON.readTree(opened).get("identity").asString()));
        }
    }

    /** The authority's key in use, opened with the officer's own. */
    public Age.Identity authorityKey() {
        return authorityKey(generation);
    }

    /** The generation of the key in use, as it was when the officer signed in. */
    public int generation() {
        return generation;
    }

    /** The authority's key of this generation. */
    public Age.Identity authorityKey(int ofGeneration) {
        var key = authorityKeys.get(String.valueOf(ofGeneration));
        if (key == null) {
            throw new IllegalStateException("no copy of generation " + ofGeneration);
        }
        return key;
    }

    /** The recipient in the statement of the current generation. A browser checks the proofs first; here the server is our own. */
    private static String recipient(JsonNode keys) {
        var statements = keys.get("statements");
        var last = Jws.parse(statements.get(statements.size() - 1).get("jws").asString());
        return JSON.readTree(last.payload()).get("recipient").asString();
    }

    private Hash lastDigest(UUID request) {
        return acts(request).getLast().digest();
    }

    private Act act(UUID request, List<Act.Content> content, Coded coded, @Nullable Hash previous) {
        var now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
        return new Act(request, newId(), authority, officer().account(), content, coded, previous, now);
    }

    private static Copy copy(UUID request, Age.Identity key, String authority, int generation, String recipient) {
        var sealed = Age.seal(SoftwareOfficer.requestKeyFile(request, key), recipient);
        return new Copy(authority, generation, Base64.getEncoder().encodeToString(sealed));
    }

    private HttpRequest.Builder changing(String method, String path, String type, byte[] body) {
        return request(path)
                .header("Content-Type", type)
                .header(formKeyHeader, formKey)
                .method(method, BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        return new Reply(response);
    }

    /** How urgent a request is. */
    public enum Urgency {
        URGENT,
        ORDINARY
    }

    /**
     * An act that was signed and may be posted as often as one likes.
     *
     * @param copies the request's key for the two authorities, or for the one it is transferred to or shared with; empty for all other acts
     * @param key the request's key; null for all acts but the first
     */
    public record Signed(UUID request, UUID act, Jws jws, List<Copy> copies, Age.@Nullable Identity key) {}

    /** A request's key, sealed to one authority. */
    public record Copy(String authority, int generation, String sealed) {}

    /** What the server answered. */
    public record Reply(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        /** Where a redirection leads, without the address of the server; empty when there is none. */
        public String location() {
            return response.headers()
                    .firstValue("Location")
                    .map(at -> URI.create(at).getRawPath())
                    .orElse("");
        }

        public byte[] body() {
            return response.body();
        }

        public String text() {
            return new String(body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        /** The code of a refusal; empty where there is none. */
        public String code() {
            return json().path("code").asString("");
        }

        public Reply require(int status) {
            if (status() != status) {
                throw new IllegalStateException(response.request().method() + " "
                        + response.request().uri().getPath() + ": " + status() + " " + text());
            }
            return this;
        }
    }
}
