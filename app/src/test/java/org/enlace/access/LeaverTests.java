package org.enlace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.enrolment.Newcomers;
import org.enlace.enrolment.People;
import org.enlace.enrolment.People.Person;
import org.enlace.keys.AuthorityKeys;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An officer leaves: everything that let them in, or told them anything, is over at once. One list of it all, each line tried before and after. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=leaver")
class LeaverTests {

    private final ApplicationContext house;
    private final People people;
    private final String origin;
    private final JdbcClient database;
    private final String authority = "pry-" + UUID.randomUUID();

    LeaverTests(@Autowired ApplicationContext house, @Autowired JdbcClient database) {
        this.house = house;
        this.people = new People(house);
        this.origin = new Newcomers(house).origin();
        this.database = database;
    }

    @Test
    void everythingThatASinglePersonHeldIsOverAtOnce() {
        var colleague = people.officer(authority);
        people.found(colleague, false);
        var leaver = people.officer(authority);
        people.admit(colleague, leaver);
        var all = held(leaver);
        all.forEach(
                (what, works) -> assertThat(works.get()).as("before: " + what).isTrue());

        people.depart(colleague, leaver);

        all.forEach(
                (what, works) -> assertThat(works.get()).as("after: " + what).isFalse());
        new Newcomers(house).waitForTheNextCode(leaver.account().email());
        var again = new Caller(origin).signIn(leaver, leaver.code(Instant.now().plusSeconds(30)));
        assertThat(again.statusCode()).as("and no way back in").isEqualTo(422);
    }

    private Map<String, Supplier<Boolean>> held(Person leaver) {
        var all = new LinkedHashMap<String, Supplier<Boolean>>();
        var office = enter(leaver);
        all.put("a session in the browser", () -> office.page("/account").statusCode() == 200);
        all.put(
                "the calendar of what is due",
                () -> office.page("/desk/calendar.ics").statusCode() == 200);
        all.put("the sealed copies of the keys", () -> office.data("/keys/mine").statusCode() == 200);
        var keys = house.getBean(AuthorityKeys.class);
        all.put("the authority’s key", () -> keys.isMember(authority, leaver.id()));
        all.put(
                "the copies themselves",
                () -> !keys.copies(authority, leaver.id()).isEmpty());
        var token = caseSystem(leaver);
        all.put("a token that they made and may have kept", () -> opens(token));
        var invitation = invitation(leaver);
        all.put(
                "an invitation that they gave",
                () -> new Caller(origin).page(invitation).statusCode() == 200);
        office.submit("/updates/subscriptions", "state=CRI");
        var feed = "/updates/mail/" + reader(leaver) + "?since=2026-01-01";
        all.put(
                "the mails about what they follow, and their link",
                () -> new Caller(origin).page(feed).statusCode() == 200);
        mail(leaver);
        all.put("a mail that waits to be sent", () -> waiting(leaver) == 1);
        var asked = new Caller(origin)
                .submit("/recovery", "email=" + leaver.account().email());
        assertThat(asked.statusCode()).isEqualTo(303);
        all.put(
                "a place among those who are told",
                () -> house.getBean(Accounts.class).officersOf(authority).stream()
                        .anyMatch(officer -> officer.id().equals(leaver.id())));
        all.put(
                "a sign-in by mail address",
                () -> house.getBean(Accounts.class)
                        .byEmail(leaver.account().email())
                        .isPresent());
        return all;
    }

    @Test
    void nobodyGoesAsTheLastOneAndTheListSaysWhatToHandOver() {
        var colleague = people.officer(authority);
        people.found(colleague, false);
        var second = people.officer(authority);
        people.admit(colleague, second);
        caseSystem(second);
        invitation(second);
        var office = enter(colleague);
        var list =
                office.page("/colleagues/" + second.id() + "/hand-over?lang=en").body();
        assertThat(list)
                .contains("one officer alone holds", "One open invitation", "The token “Server” of a case system ends");

        people.depart(colleague, second);
        var third = people.officer(authority);
        var visitor = enter(third);
        assertThat(visitor.page("/colleagues/" + colleague.id() + "/hand-over?lang=en")
                        .body())
                .contains("This is the last officer who holds the authority’s key");

        var secretariat = people.enrol(Role.SECRETARIAT, "CAN");
        var coordinator = people.enrol(Role.COORDINATOR, "SLV");
        var programme = enter(secretariat);
        assertThat(programme
                        .submit("/colleagues/" + coordinator.id() + "/leave", "")
                        .statusCode())
                .isEqualTo(409);
        var page = "/colleagues/" + coordinator.id() + "/hand-over?lang=en";
        assertThat(programme.page(page).body())
                .contains("This is the last coordinator of the State")
                .doesNotContain("/leave\"");
        people.enrol(Role.COORDINATOR, "SLV");
        assertThat(programme.page(page).body())
                .contains("End the account of", "/leave\"", "It cannot be undone", "invite them anew");
        assertThat(house.getBean(Accounts.class)
                        .find(coordinator.id())
                        .orElseThrow()
                        .leftAt())
                .as("a page changes nothing")
                .isNull();
        assertThat(programme
                        .submit("/colleagues/" + coordinator.id() + "/leave", "")
                        .statusCode())
                .isEqualTo(303);
    }

    private Caller enter(Person person) {
        new Newcomers(house).waitForTheNextCode(person.account().email());
        var caller = new Caller(origin);
        assertThat(caller.signIn(person, person.code(Instant.now())).statusCode())
                .isEqualTo(200);
        return caller;
    }

    private String caseSystem(Person maker) {
        var system = new Account(
                UUID.randomUUID(),
                "Case system",
                "Case system",
                UUID.randomUUID() + "@example.org",
                Set.of(Role.OFFICER),
                new StateCode("PRY"),
                authority,
                Language.ES,
                ZoneId.of("America/Asuncion"),
                Instant.now(),
                null,
                true);
        return inTransaction(() -> {
            house.getBean(Accounts.class).add(system);
            return house.getBean(ProgramTokens.class)
                    .make(system.id(), "Server", true, Duration.ofDays(30), maker.id())
                    .text();
        });
    }

    private boolean opens(String token) {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(origin + "/api/v1/exchange/me"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (java.io.IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String invitation(Person inviter) {
        var token = house.getBean(Invitations.class)
                .invite(new Invitations.Wanted(
                        UUID.randomUUID() + "@example.org",
                        "Officer",
                        Set.of(Role.OFFICER),
                        new StateCode("PRY"),
                        authority,
                        Language.ES,
                        inviter.id()));
        return "/invitations/" + token.text();
    }

    private UUID reader(Person person) {
        return database.sql("select token from updates.reader where account = :account")
                .param("account", person.id())
                .query(UUID.class)
                .single();
    }

    /** Made out for later, so that nothing sends it meanwhile. */
    private void mail(Person person) {
        inTransaction(() -> {
            house.getBean(Notices.class)
                    .queue(Notice.forAccount(
                            "leaver/" + person.id(),
                            "account:" + person.id(),
                            person.account().email(),
                            Language.ES,
                            Notice.Kind.ADMISSION_WAITING,
                            "/colleagues"));
            return database.sql("update notices.notice set due_at = 'infinity', attempts = 1 where effect_key = :key")
                    .param("key", "leaver/" + person.id())
                    .update();
        });
    }

    private int waiting(Person person) {
        return database.sql("""
                        select count(*) from notices.notice
                        where effect_key = :key and sent_at is null and failed_at is null""")
                .param("key", "leaver/" + person.id())
                .query(Integer.class)
                .single();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(house.getBean(org.springframework.transaction.PlatformTransactionManager.class))
                .execute(status -> work.get());
    }
}
