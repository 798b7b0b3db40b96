package org.enlace.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.enlace.enrolment.People.Person;
import org.enlace.ledger.Jws;
import org.enlace.ledger.SigningKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the door with a browser's cookies and an address of their own on this computer, whatever their intentions. */
final class Caller {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger ADDRESSES = new AtomicInteger(2);

    private final CookieManager cookies = new CookieManager();
    private final String origin;
    private final HttpClient client;
    private @Nullable JsonNode kept;

    /** Comes from an address that nobody else in this run comes from. */
    Caller(String origin) {
        this(origin, ADDRESSES.getAndIncrement());
    }

    private Caller(String origin, int address) {
        this.origin = origin;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .localAddress(local(address))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Signs in with a one-time code and the officer key, as the page does. */
    HttpResponse<String> signIn(Person person, String code) {
        var opened = post("/sign-in/code", Map.of("email", person.account().email(), "code", code));
        return opened.statusCode() != 200
                ? opened
                : prove(person, json(opened).get("challenge").asString());
    }

    HttpResponse<String> prove(Person person, String challenge) {
        var payload = "{\"v\":1,\"account\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"time\":\"%s\"}"
                .formatted(person.id(), challenge, origin, now());
        var proof = Jws.sign(key(person), "enlace-sign-in+jws", payload.getBytes(StandardCharsets.UTF_8));
        return post("/sign-in/key", Map.of("jws", proof.compact()));
    }

    HttpResponse<String> page(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    HttpResponse<String> data(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** Posts with the form key of this caller's session. */
    HttpResponse<String> post(String path, Map<String, ?> body) {
        return send(keyed(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends a form, as a page does. */
    HttpResponse<String> submit(String path, String fields) {
        return send(keyed(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    /** Sends this form key with everything from now on, as many tabs of one page do. */
    void keepFormKey() {
        kept = json(data("/session")).get("csrf");
    }

    /** The form key that a page would carry now. */
    String formKey() {
        return json(data("/session")).get("csrf").get("token").asString();
    }

    /** Sends an empty form with this form key in its hidden field. */
    HttpResponse<String> submitWith(String formKey, String path) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + formKey)));
    }

    /** The token of the session, as the cookie has it; empty when there is none. */
    String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("enlace"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Holds this session's token from now on, as somebody who planted or stole it would. */
    void hold(String token) {
        var cookie = new HttpCookie("enlace", token);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookie.setDomain(
                "localhost.local"); // as the cookie manager calls it, so that the server's answer takes its place
        cookies.getCookieStore().add(URI.create(origin), cookie);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder keyed(String path) {
        var key = kept != null ? kept : json(data("/session")).get("csrf");
        return request(path)
                .header(key.get("header").asString(), key.get("token").asString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SigningKey key(Person person) {
        var file = JSON.readTree(person.keys().officerKeyFile(Instant.EPOCH));
        return SigningKey.ofSeed(Base64.getUrlDecoder().decode(file.get("seed").asString()));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z");
    }

    private static InetAddress local(int address) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 1, (byte) (address >> 8), (byte) address});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
