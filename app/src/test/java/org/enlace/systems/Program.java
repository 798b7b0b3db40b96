package org.enlace.systems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.demo.SoftwareOfficer;
import org.enlace.ledger.Act;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Send;
import org.enlace.sealing.Age;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A state's own case system, small: nothing but the HTTP client of the JDK, age and the module {@code ledger}. It keeps its keys to itself, knows an address, an account
 * and a token, and uses the doors of {@code /api/v1/exchange} only. Whoever writes a real one can begin here.
 */
final class Program {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CHUNK = 1 << 20;

    private final URI doors;
    private final String token;
    private final SoftwareOfficer key;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, Age.Identity> authorityKeys = new HashMap<>();
    private String authority = "";
    private int generation;

    /** @param key made by the program itself; nobody else ever has it */
    Program(String address, String token, SoftwareOfficer key) {
        this.doors = URI.create(address + "/api/v1/exchange/");
        this.token = token;
        this.key = key;
    }

    Program with(String otherToken) {
        return new Program(doors.resolve("/").toString().replaceFirst("/$", ""), otherToken, key);
    }

    /** Says which key is its own. */
    HttpResponse<byte[]> state() {
        return post("key", Map.of("statement", key.statement(Instant.now()).compact()));
    }

    /** Opens what is sealed to it, once it was admitted. */
    void unlock() {
        var mine = json(get("keys/mine"), 200).get("authority");
        authority = mine.get("id").asString();
        generation = mine.get("generation").asInt();
        for (var copy : mine.get("copies")) {
            authorityKeys.put(copy.get("generation").asInt(), identity(Age.open(sealed(copy), key.identity())));
        }
    }

    /** Signs a request with its key and form; nothing is sent yet. The proofs of the addressee's key are checked as any reader checks them. */
    Map<String, Object> request(UUID id, String to, String state, String measure, String form, String text) {
        var theirs = json(get("keys/authorities/" + to), 200);
        var requestKey = Age.newIdentity();
        var content = List.of(upload(id, Act.Role.FORM, text.getBytes(StandardCharsets.UTF_8), requestKey.recipient()));
        var send = new Send(
                measure,
                "untoc",
                state,
                to,
                theirs.get("generation").asInt(),
                false,
                Send.Status.NEW,
                null,
                form,
                CaseSystemTests.CONDITIONS);
        var act = sign(id, content, send, null);
        var copies = List.of(
                copy(
                        id,
                        requestKey,
                        authority,
                        generation,
                        authorityKeys.get(generation).recipient()),
                copy(id, requestKey, to, theirs.get("generation").asInt(), recipient(theirs)));
        return submission(act, copies);
    }

    /** Seals a message and files, uploads them, signs the act and posts it. */
    JsonNode act(UUID request, Coded coded, @Nullable String message, byte[]... files) {
        return json(post("requests/" + request + "/acts", signed(request, coded, message, files)), 200);
    }

    Map<String, Object> signed(UUID request, Coded coded, @Nullable String message, byte[]... files) {
        var content = new ArrayList<Act.Content>();
        if (message != null) {
            var to = requestKey(request).recipient();
            content.add(upload(request, Act.Role.MESSAGE, message.getBytes(StandardCharsets.UTF_8), to));
            Arrays.stream(files).forEach(file -> content.add(upload(request, Act.Role.ATTACHMENT, file, to)));
        }
        var acts = json(get("requests/" + request + "/acts"), 200).get("acts");
        var last = Jws.parse(acts.get(acts.size() - 1).get("jws").asString()).digest();
        return submission(sign(request, content, coded, last), List.of());
    }

    /** What an act brought, opened: in the order in which the act lists it. */
    List<byte[]> read(UUID request, UUID act) {
        var acts = json(get("requests/" + request + "/acts"), 200).get("acts").valueStream();
        var found = acts.map(each -> (Act)
                        org.enlace.ledger.Signed.of(Jws.parse(each.get("jws").asString())))
                .filter(each -> each.act().equals(act))
                .findFirst()
                .orElseThrow();
        var opens = requestKey(request);
        return found.content().stream()
                .map(each -> {
                    var bytes = inTwoParts(each.document());
                    if (!Hash.sha256(bytes).equals(each.sha256())) {
                        throw new IllegalStateException("not the file that was signed");
                    }
                    return Age.open(bytes, opens);
                })
                .toList();
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        var request = call(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<byte[]> post(String path, Map<String, ?> body) {
        return send(call(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    static JsonNode json(HttpResponse<byte[]> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    /** A line that breaks after the first bytes: the rest is asked for by its range. */
    private byte[] inTwoParts(UUID document) {
        var first = get("documents/" + document, "Range", "bytes=0-99");
        var rest = get("documents/" + document, "Range", "bytes=100-");
        if (first.statusCode() != 206 || rest.statusCode() != 206) {
            throw new IllegalStateException(first.statusCode() + " and " + rest.statusCode());
        }
        var whole = Arrays.copyOf(first.body(), 100 + rest.body().length);
        System.arraycopy(rest.body(), 0, whole, 100, rest.body().length);
        return whole;
    }

    private Act.Content upload(UUID request, Act.Role role, byte[] plain, String recipient) {
        var sealed = Age.seal(plain, recipient);
        var id = newId();
        json(post("uploads", Map.of("id", id, "request", request, "size", sealed.length)), 201);
        while (true) {
            var missing = json(get("uploads/" + id), 200).get("missing");
            if (missing.isEmpty()) {
                break;
            }
            var number = missing.get(0).asInt();
            var chunk = Arrays.copyOfRange(sealed, number * CHUNK, Math.min(sealed.length, (number + 1) * CHUNK));
            send(call("uploads/" + id + "/chunks/" + number)
                    .header("Content-Type", "application/octet-stream")
                    .PUT(BodyPublishers.ofByteArray(chunk)));
        }
        var hash = Hash.sha256(sealed);
        json(post("uploads/" + id + "/completion", Map.of("sha256", hash.hex())), 200);
        return new Act.Content(id, role, hash, sealed.length);
    }

    private Age.Identity requestKey(UUID request) {
        var copy = json(get("requests/" + request + "/key"), 200);
        return identity(
                Age.open(sealed(copy), authorityKeys.get(copy.get("generation").asInt())));
    }

    private Jws sign(UUID request, List<Act.Content> content, Coded coded, @Nullable Hash previous) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return key.sign(new Act(request, newId(), authority, key.account(), content, coded, previous, now));
    }

    private static Map<String, Object> submission(Jws act, List<Map<String, Object>> copies) {
        var body = new LinkedHashMap<String, Object>();
        body.put("jws", act.compact());
        body.put("keys", copies);
        return body;
    }

    private static Map<String, Object> copy(
            UUID request, Age.Identity key, String authority, int generation, String recipient) {
        var sealed = Age.seal(SoftwareOfficer.requestKeyFile(request, key), recipient);
        return Map.of(
                "authority", authority,
                "generation", generation,
                "sealed", Base64.getEncoder().encodeToString(sealed));
    }

    private static String recipient(JsonNode keys) {
        var statements = keys.get("statements");
        var last = Jws.parse(statements.get(statements.size() - 1).get("jws").asString());
        return JSON.readTree(last.payload()).get("recipient").asString();
    }

    private static byte[] sealed(JsonNode copy) {
        return Base64.getDecoder().decode(copy.get("sealed").asString());
    }

    private static Age.Identity identity(byte[] file) {
        return Age.Identity.of(JSON.readTree(file).get("identity").asString());
    }

    static UUID newId() {
        return com.fasterxml.uuid.Generators.timeBasedEpochRandomGenerator().generate();
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(doors.resolve(path)).header("Authorization", "Bearer " + token);
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
}
