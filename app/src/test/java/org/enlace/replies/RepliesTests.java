package org.enlace.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlace.Doors;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What visitors get is kept for a moment; what a person who is signed in gets never is. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class RepliesTests {

    private static final String TREATY = "/treaties/untoc?lang=en&on=2020-01-01";

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void hangUp() {
        http.close();
    }

    @Nested
    class ForVisitors {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/treaties",
                    TREATY,
                    "/states/CRI",
                    "/states/CRI/treaties",
                    "/directory",
                    "/sources",
                    "/updates",
                    "/updates/feed",
                    "/ask?from=PRY&to=CRI&measure=preservation&on=2026-03-14",
                    "/api/v1/channels?from=PRY&to=CRI&measure=preservation&on=2026-03-14",
                    "/api/v1/treaties/untoc/parties.csv?on=2020-01-01"
                })
        void isKeptAndComesBackUnchanged(String path) throws Exception {
            var first = get(path);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(header(first, "Cache-Control")).matches("public, max-age=([1-9]|[1-5][0-9]|60)");
            assertThat(header(first, "Vary")).containsIgnoringCase("cookie").containsIgnoringCase("accept-language");
            assertThat(header(first, "ETag")).startsWith("W/\"");
            assertThat(first.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.startsWith("language="));
            var again = get(path);
            if (header(first, "ETag").equals(header(again, "ETag"))) {
                assertThat(again.body()).isEqualTo(first.body());
                assertThat(again.headers().map().get("Content-Type"))
                        .isEqualTo(first.headers().map().get("Content-Type"));
            }
            assertThat(header(again, "Content-Security-Policy")).contains("default-src 'none'");
        }

        @Test
        void whoHasItAlreadyGetsNothingAgain() throws Exception {
            var tag = header(get(TREATY), "ETag");

            var again = get(TREATY, "If-None-Match", tag);

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(get(TREATY, "If-None-Match", "W/\"another\"").statusCode())
                    .isEqualTo(200);
        }

        @Test
        void eachLanguageAndPieceIsAnotherReply() throws Exception {
            assertThat(get("/treaties/untoc", "Accept-Language", "es").body()).contains("lang=\"es\"");
            assertThat(get("/treaties/untoc", "Accept-Language", "fr").body()).contains("lang=\"fr\"");
            assertThat(get("/treaties/untoc", "Cookie", "language=pt").body()).contains("lang=\"pt\"");
            assertThat(get("/states/CRI/treaties").body()).contains("<!doctype html>");
            assertThat(get("/states/CRI/treaties", "HX-Request", "true").body()).doesNotContain("<!doctype html>");
        }

        @Test
        void anApprovedChangeIsThereAtOnce() throws Exception {
            var programme = as(Cast.SECRETARIAT);
            var legal = as(Cast.SECRETARIAT_LEGAL);
            var path = "/treaties/uncac?lang=en&on=2026-03-14";
            var before = get(path);
            assertThat(before.body()).doesNotContain("C.N.900.2011");
            var form = new LinkedHashMap<>(Map.of("kind", "DECLARATION", "state", "BRB", "en", "Declares."));
            form.put("way", "DEPOSITARY");
            form.put("source", "C.N.900.2011");

            var change = programme.form("/treaties/uncac/declarations", form).location();
            assertThat(header(get(path), "ETag")).isEqualTo(header(before, "ETag"));
            legal.form(change + "/approval", Map.of()).require(303);

            assertThat(get(path, "If-None-Match", header(before, "ETag")).body())
                    .contains("C.N.900.2011");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/sign-in", "/treaties/nothing", "/search?q=palermo", "/health", "/session"})
        void whatIsNotAFactOrIsNotThereIsNotKept(String path) throws Exception {
            var answer = get(path);

            assertThat(header(answer, "Cache-Control")).contains("no-store");
            assertThat(header(answer, "ETag")).isEmpty();
        }

        @Test
        void noPageOfFactsGivesAVisitorAFormKey() throws Exception {
            for (var path :
                    List.of("/", "/treaties", "/states", "/directory", "/updates", "/sources", "/help", "/ask")) {
                assertThat(get(path).body()).contains("<meta name=\"csrf\" content=\"\">");
            }
            assertThat(get("/sign-in").body()).doesNotContain("<meta name=\"csrf\" content=\"\">");
        }
    }

    /** The key of a reply has no place for a person, and a request that has a session's cookie, whatever it is worth, is neither answered from the shelf nor put there. */
    @Nested
    class ForWhoIsSignedIn {

        @Test
        void nothingIsKeptAndNothingComesFromTheShelf() throws Exception {
            var secretariat = as(Cast.SECRETARIAT);
            var visitors = get(TREATY);
            assertThat(visitors.body()).doesNotContain("/treaties/untoc/actions/new");

            var own = secretariat.page(TREATY);

            assertThat(own.text()).contains("/treaties/untoc/actions/new", "Programme officer");
            assertThat(own.response().headers().firstValue("Cache-Control")).hasValue("private, no-store");
            assertThat(own.response().headers().firstValue("ETag")).isEmpty();
            assertThat(get(TREATY).body()).doesNotContain("/treaties/untoc/actions/new", "Programme officer");
        }

        @Test
        void whatOnlyTheyMaySeeStaysAbsentForVisitorsAfterTheySawIt() throws Exception {
            var secretariat = as(Cast.SECRETARIAT);
            for (var path : List.of("/directory/reports", "/treaties/untoc/actions/new")) {
                secretariat.page(path).require(200);
                assertThat(get(path).statusCode()).isEqualTo(404);
                secretariat.page(path).require(200);
            }
        }

        @Test
        void aSessionThatIsOverIsNoVisitorToTheShelf() throws Exception {
            get(TREATY);

            var answer = get(TREATY, "Cookie", "enlace=" + "A".repeat(43));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
            assertThat(header(answer, "ETag")).isEmpty();
        }
    }

    @Test
    void whatIsKeptIsOpenToAll() {
        assertThat(Doors.OPEN).anyMatch(open -> open.equals("/"));
        assertThat(Doors.FACTS)
                .allMatch(fact -> Doors.OPEN.contains(fact)
                        || Doors.OPEN.stream()
                                .anyMatch(open -> open.endsWith("/**")
                                        && (fact + "/").startsWith(open.substring(0, open.length() - 2))));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (path.startsWith("/api") || path.contains("feed")) {
            request.setHeader("Accept", "*/*");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
