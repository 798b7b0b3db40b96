package org.enlace.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.enlace.Language;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Through HTTP, with the real data, at 01:40 UTC on 15 March 2026: 22:40 in Asunción and 19:40 in San José the day before. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(AskPagesTests.ThatNight.class)
class AskPagesTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Nested
    class ThePages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/ask?from=PRY&to=CRI&measure=preservation&on=2026-03-14",
                    "/ask?from=CHL&to=ECU&on=2026-06-01",
                    "/ask?from=PRY&to=CRI&measure=subscriber-data&on=2026-03-14",
                    "/ask?from=NIC&to=CUB&measure=testimony&offence=drugs&urgent=yes&on=2026-03-14",
                    "/ask?from=ARG&to=CHL&measure=extradition&on=2026-03-14",
                    "/ask?from=CRI&to=ATG&measure=csirt-incident&on=2026-03-14",
                    "/ask?from=ATG&to=BLZ&on=2001-01-01",
                    "/states",
                    "/states/CUB",
                    "/states/NIC?on=2024-01-01",
                    "/states/CRI/treaties",
                    "/states/PER/authorities",
                    "/treaties",
                    "/treaties/budapest?on=2026-03-14",
                    "/treaties/medellin-2019",
                    "/treaties/oas-a66?on=2009-10-07",
                    "/treaties/untoc?on=2009-10-07&states=el-paccto-2017",
                    "/treaties/between",
                    "/treaties/between?one=PRY&other=CRI&on=2026-03-14",
                    "/directory",
                    "/directory?state=HND&kind=CENTRAL_AUTHORITY",
                    "/authorities/ecu-fge",
                    "/sources"
                })
        void areThereInFourLanguagesWithoutAKeyShowing(String path) throws Exception {
            for (var language : Language.values()) {
                var page = get(path, language);

                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body())
                        .as(path + " in " + language)
                        .contains("<html lang=\"" + language.tag() + "\"")
                        .doesNotContainPattern(
                                ">\\s*(verdict|channel|reason|use|function|kind|evidence|participation|force|trust|standing|period|source-kind|refusal|home|ask|term|topic|measures?|offence|counterparts|treaty|authority|directory|addressees)\\.[A-Za-z-]")
                        .doesNotContain("{0}");
            }
        }

        @Test
        void sayWhomToAskAndWhatIsNotRecorded() throws Exception {
            var page = get("/ask?from=PRY&to=CRI&measure=preservation&on=2026-03-14", Language.EN);

            assertThat(page.body())
                    .contains("Budapest Convention")
                    .contains("Party, seen on 13 Feb 2019; date of deposit not recorded.")
                    .contains("No designation is recorded in our data under this instrument for this day.")
                    .contains("Sección Especializada de Cibercrimen")
                    .contains("not designated in our data")
                    .doesNotContain("/requests/new");
        }

        @Test
        void offerToStartOnlyTodayAndOnlyToSomebodyDesignated() throws Exception {
            assertThat(get("/ask?from=CRI&to=CHL&on=2026-03-15", Language.EN).body())
                    .contains(
                            "/requests/new?from=CRI&amp;to=CHL&amp;instrument=budapest&amp;authority=chl-fiscalia-ucie&amp;measure=preservation");
            assertThat(get("/ask?from=CRI&to=CHL&on=2026-03-14", Language.EN).body())
                    .doesNotContain("/requests/new");
        }

        @Test
        void startNoRequestWithoutAFormAndSaySo() throws Exception {
            assertThat(get("/ask?from=CRI&to=CHL&measure=subscriber-data&on=2026-03-15", Language.EN)
                            .body())
                    .contains("/requests/new");
            assertThat(get("/ask?from=NIC&to=VEN&measure=preservation&on=2026-03-15", Language.EN)
                            .body())
                    .contains("There is no form for this request in Enlace yet.")
                    .doesNotContain("/requests/new");
        }

        @Test
        void countTheSetTheyName() throws Exception {
            assertThat(get("/treaties/untoc?on=2009-10-07", Language.EN).body())
                    .contains("29 of 34 are parties on 7 Oct 2009", "active members of the OAS")
                    .contains("Cuba");
        }

        @ParameterizedTest
        @CsvSource({
            "/ask?from=CRI&to=CRI,422,both sides",
            "/ask?from=CRI&to=ESP,422,“ESP”",
            "/ask?from=CRI&to=PRY&measure=arrest,422,“arrest”",
            "/ask?from=CRI&to=PRY&offence=theft,422,“theft”",
            "/ask?from=CRI&to=PRY&urgent=perhaps,422,“perhaps”",
            "/ask?from=CRI&to=PRY&on=yesterday,422,“yesterday”",
            "/ask?from=CRI,422,Say which State",
            "/treaties?on=2026-02-30,400,“2026-02-30”",
            "/treaties/none,404,Not found",
            "/states/ESP,404,Not found",
            "/states/X,404,Not found",
            "/authorities/none,404,Not found"
        })
        void refuseInClearWords(String path, int status, String words) throws Exception {
            var page = get(path, Language.EN);

            assertThat(page.statusCode()).as(path).isEqualTo(status);
            assertThat(page.body()).as(path).contains(words);
        }

        @Test
        void giveABlockBareToTheStatesPageOnly() throws Exception {
            var bare = CLIENT.send(
                    request("/states/CRI/treaties").header("HX-Request", "true").build(), BodyHandlers.ofString());

            assertThat(bare.body()).startsWith("<section").doesNotContain("<html");
        }
    }

    @Nested
    class TheChannels {

        @Test
        void areToldToProgramsInAStableShape() throws Exception {
            var answer = json("/api/v1/channels?from=PRY&to=CRI&measure=preservation&on=2026-03-14");

            assertThat(answer.at("/version").asInt()).isEqualTo(1);
            assertThat(answer.at("/verdict").asString()).isEqualTo("direct");
            assertThat(answer.at("/from/localTime").asString()).isEqualTo("2026-03-14T22:40:00-03:00");
            assertThat(answer.at("/to/localTime").asString()).isEqualTo("2026-03-14T19:40:00-06:00");
            var best = answer.at("/channels/0");
            assertThat(best.at("/rank").asInt()).isEqualTo(1);
            assertThat(best.at("/instrument/id").asString()).isEqualTo("budapest");
            assertThat(best.at("/mark").asString()).isEqualTo("verified");
            assertThat(best.at("/requesting/position").asString()).isEqualTo("party-seen");
            assertThat(best.at("/requesting/inForceBy").asString()).isEqualTo("2019-06-01");
            assertThat(best.at("/requesting/inForceExact").asBoolean()).isFalse();
            assertThat(best.at("/requested/date").asString()).isEqualTo("2017-09");
            assertThat(best.at("/requested/inForceBy").asString()).isEqualTo("2018-01-01");
            assertThat(best.at("/authorities").size()).isZero();
            assertThat(best.at("/likelyNotDesignated/0/designated").asBoolean()).isFalse();
            assertThat(answer.at("/notServing").size()).isEqualTo(18);
            assertThat(answer.at("/notServing"))
                    .allSatisfy(
                            one -> assertThat(one.at("/reason/text").asString()).isNotBlank());
        }

        @Test
        void sayWhichLawAppliesAndHowFarItWasChecked() throws Exception {
            var answer = json(
                    "/api/v1/channels?from=PRY&to=CRI&measure=preservation&offence=cybercrime&urgent=yes&on=2026-03-14");

            assertThat(answer.at("/offence").asString()).isEqualTo("cybercrime");
            assertThat(answer.at("/urgent").asBoolean()).isTrue();
            assertThat(answer.at("/counterparts").size()).isZero();
            assertThat(answer.at("/channels/0/terms")).anySatisfy(term -> {
                assertThat(term.at("/topic").asString()).isEqualTo("clock");
                assertThat(term.at("/value").asString()).isEqualTo("floor");
                assertThat(term.at("/days").asInt()).isEqualTo(60);
                assertThat(term.at("/law").asString()).isEqualTo("budapest");
                assertThat(term.at("/mark").asString()).isEqualTo("verified");
            });
        }

        @Test
        void speakTheAskersLanguage() throws Exception {
            var answer = json("/api/v1/channels?from=PRY&to=CRI&measure=preservation&on=2026-03-14&lang=pt");

            assertThat(answer.at("/language").asString()).isEqualTo("pt");
            assertThat(answer.at("/channels/0/instrument/name").asString()).isEqualTo("Convenção de Budapeste");
        }

        @ParameterizedTest
        @CsvSource({
            "from=PRY&to=PRY&measure=preservation,SAME_STATE",
            "from=PRY&to=XYZ&measure=preservation,UNKNOWN_STATE",
            "from=Paraguay&to=CRI&measure=preservation,UNKNOWN_STATE",
            "from=PRY&to=CRI&measure=search,UNKNOWN_MEASURE",
            "from=PRY&to=CRI&measure=content&offence=theft,UNKNOWN_OFFENCE",
            "from=PRY&to=CRI&measure=content&urgent=1,UNKNOWN_URGENCY",
            "from=PRY&to=CRI,INCOMPLETE_QUESTION",
            "to=CRI&measure=preservation,INCOMPLETE_QUESTION",
            "from=PRY&to=CRI&measure=preservation&on=14.3.2026,NOT_A_DAY",
            "from=PRY&to=CRI&measure=preservation&on=9999-01-01,NOT_A_DAY"
        })
        void refuseWithAProblemThatSaysWhat(String query, String code) throws Exception {
            var answer = CLIENT.send(request("/api/v1/channels?" + query).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            var problem = JsonMapper.shared().readTree(answer.body());
            assertThat(problem.at("/code").asString()).isEqualTo(code);
            assertThat(problem.at("/detail").asString()).hasSizeGreaterThan(20);
        }

        private JsonNode json(String path) throws IOException, InterruptedException {
            var answer = CLIENT.send(request(path).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    private HttpResponse<String> get(String path, Language language) throws IOException, InterruptedException {
        return CLIENT.send(
                request(path)
                        .header("Accept", "text/html")
                        .header("Accept-Language", language.tag())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    @TestConfiguration
    static class ThatNight {

        @Bean
        @Primary
        Clock thatNight() {
            return Clock.fixed(Instant.parse("2026-03-15T01:40:00Z"), ZoneOffset.UTC);
        }
    }
}
