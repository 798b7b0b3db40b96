package org.enlace.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.enlace.Role;
import org.enlace.access.Movable;
import org.enlace.access.Session;
import org.enlace.access.Sessions;
import org.enlace.enrolment.People.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Half a year passes: people are confirmed by whoever answers for them, or keep the record without its content. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=confirmations")
class ConfirmationTests {

    private final ApplicationContext house;
    private final Movable clock;
    private final JdbcClient database;
    private final String origin;
    private final Person coordinator;
    private final Person officer;
    private final Person elsewhere;

    ConfirmationTests(@Autowired ApplicationContext house, @Autowired Movable clock, @Autowired JdbcClient database) {
        this.house = house;
        this.clock = clock;
        this.database = database;
        this.origin = new Newcomers(house).origin();
        clock.set(Instant.now());
        var people = new People(house);
        this.coordinator = people.enrol(Role.COORDINATOR, "PRY");
        this.elsewhere = people.enrol(Role.COORDINATOR, "BRA");
        this.officer = people.officer("pry-" + UUID.randomUUID());
    }

    @Test
    void whoIsNotConfirmedKeepsTheRecordWithoutContentUntilTheCoordinatorPresses() {
        var nothing = UUID.randomUUID();
        assertThat(get(officer, "/documents/" + nothing).statusCode()).isEqualTo(404);

        clock.pass(Duration.ofDays(184));
        for (var path : new String[] {"/documents/" + nothing, "/requests/" + nothing + "/key", "/drafts/" + nothing}) {
            var refused = get(officer, path);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).contains("UNCONFIRMED");
        }
        assertThat(post(officer, "/requests/" + nothing + "/acts").statusCode()).isEqualTo(403);
        for (var path : new String[] {"/desk", "/account", "/keys/mine"}) {
            assertThat(get(officer, path).statusCode()).as(path).isEqualTo(200);
        }

        assertThat(post(officer, "/colleagues/" + officer.id() + "/confirmation")
                        .statusCode())
                .as("nobody confirms themselves")
                .isEqualTo(404);
        assertThat(post(elsewhere, "/colleagues/" + officer.id() + "/confirmation")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(coordinator, "/colleagues/confirmations").body())
                .contains(officer.account().email());
        assertThat(post(coordinator, "/colleagues/" + officer.id() + "/confirmation")
                        .statusCode())
                .isEqualTo(303);

        assertThat(get(officer, "/documents/" + nothing).statusCode()).isEqualTo(404);
        assertThat(database.sql("select by from access.confirmation where account = :id")
                        .param("id", officer.id())
                        .query(UUID.class)
                        .list())
                .containsExactly(coordinator.id());
    }

    @Test
    void whoeverIsAloneInTheSecretariatCanStillInviteSomebodyWhoConfirmsThem() {
        var people = new People(house);
        var alone = people.enrol(Role.SECRETARIAT, "CAN");
        clock.pass(Duration.ofDays(184));
        assertThat(post(alone, "/colleagues/invitations").statusCode())
                .as("let in, and told what is missing")
                .isEqualTo(422);

        people.enrol(Role.SECRETARIAT, "CAN");
        assertThat(post(alone, "/colleagues/invitations").statusCode())
                .as("from now on somebody else can confirm them")
                .isEqualTo(403);
    }

    @Test
    void thoseWhoAnswerAreRemindedAMonthAheadEachWeekAndThePersonBeforeTheEnd() {
        var confirming = house.getBean(Confirming.class);
        clock.pass(Duration.ofDays(140));
        confirming.remind();
        assertThat(mails(coordinator, "CONFIRMATIONS_DUE")).isZero();

        clock.pass(Duration.ofDays(15));
        confirming.remind();
        confirming.remind();
        assertThat(mails(coordinator, "CONFIRMATIONS_DUE")).isEqualTo(1);
        assertThat(mails(officer, "CONFIRMATION_ENDING")).isZero();

        clock.pass(Duration.ofDays(22));
        confirming.remind();
        assertThat(mails(coordinator, "CONFIRMATIONS_DUE")).isEqualTo(2);
        assertThat(mails(officer, "CONFIRMATION_ENDING")).isEqualTo(1);
        assertThat(mails(coordinator, "CONFIRMATION_ENDING"))
                .as("coordinators are persons, too")
                .isEqualTo(1);
    }

    private int mails(Person person, String kind) {
        return database.sql("select count(*) from notices.notice where recipient = :email and kind = :kind")
                .param("email", person.account().email())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> get(Person person, String path) {
        return send(
                enter(person), HttpRequest.newBuilder(URI.create(origin + path)).GET());
    }

    private HttpResponse<String> post(Person person, String path) {
        var http = enter(person);
        var session = send(
                http, HttpRequest.newBuilder(URI.create(origin + "/session")).GET());
        var csrf = JsonMapper.shared().readTree(session.body()).get("csrf");
        return send(
                http,
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(csrf.get("token").asString(), StandardCharsets.UTF_8))));
    }

    /** Somebody signs in at the time that it is now. */
    private HttpClient enter(Person person) {
        var token = house.getBean(Sessions.class).begin(person.id(), Session.Way.PASSPHRASE, "127.0.0.1", "a test");
        var cookie = new HttpCookie("enlace", token.text());
        cookie.setPath("/");
        cookie.setVersion(0);
        cookie.setDomain("localhost.local");
        var cookies = new CookieManager();
        cookies.getCookieStore().add(URI.create(origin), cookie);
        return HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        Movable movable() {
            return new Movable(Instant.now());
        }
    }
}
