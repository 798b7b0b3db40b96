package org.enlace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.enrolment.Newcomers;
import org.enlace.enrolment.People;
import org.enlace.enrolment.People.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people let each other, or two others, go at the same moment, from sessions of their own: somebody is left every time. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=last-one")
class LastOneTests {

    private static final int ROUNDS = 10;

    private final ApplicationContext house;
    private final People people;
    private final Accounts accounts;
    private final String origin;

    LastOneTests(@Autowired ApplicationContext house) {
        this.house = house;
        this.people = new People(house);
        this.accounts = house.getBean(Accounts.class);
        this.origin = new Newcomers(house).origin();
    }

    @BeforeEach
    void nobodyElseIsThere() {
        house.getBean(JdbcClient.class)
                .sql("update access.account set left_at = now() where left_at is null")
                .update();
    }

    @Test
    void ofTwoPeopleOfTheSecretariatOneIsLeft() throws Exception {
        var refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            nobodyElseIsThere();
            var one = people.enrol(Role.SECRETARIAT, "CAN");
            var other = people.enrol(Role.SECRETARIAT, "CAN");
            refused += bothLetGo(enter(one), other, enter(other), one);
            assertThat(accounts.secretariat()).as("round " + round).hasSize(1);
        }
        assertThat(refused).as("rounds in which both were on their way").isPositive();
    }

    @Test
    void ofTwoCoordinatorsOneIsLeftThoughTheSecretariatLetsBothGo() throws Exception {
        var programme = enter(people.enrol(Role.SECRETARIAT, "CAN"));
        var legal = enter(people.enrol(Role.SECRETARIAT, "CAN"));
        var state = new StateCode("SLV");
        var stays = people.enrol(Role.COORDINATOR, "SLV");
        for (int round = 0; round < ROUNDS; round++) {
            var comes = people.enrol(Role.COORDINATOR, "SLV");
            assertThat(bothLetGo(programme, comes, legal, stays)).isEqualTo(1);
            assertThat(accounts.coordinatorsOf(state)).as("round " + round).hasSize(1);
            stays = accounts.coordinatorsOf(state).getFirst().id().equals(comes.id()) ? comes : stays;
        }
    }

    @Test
    void whoeverIsLetGoMeanwhileLetsNobodyGo() throws Exception {
        var one = people.enrol(Role.SECRETARIAT, "CAN");
        var other = people.enrol(Role.SECRETARIAT, "CAN");
        people.enrol(Role.SECRETARIAT, "CAN");
        assertThat(afterwards(enter(other), one, other.account(), one.id()))
                .contains("En el mismo momento alguien declaró que usted se ha ido");
        assertThat(accounts.find(one.id()).orElseThrow().leftAt()).isNull();
    }

    @Test
    void theSecondWaitsForTheFirstAndIsToldThatNobodyWouldBeLeft() throws Exception {
        var programme = people.enrol(Role.SECRETARIAT, "CAN");
        var legal = people.enrol(Role.SECRETARIAT, "CAN");
        var one = people.enrol(Role.COORDINATOR, "SLV");
        var other = people.enrol(Role.COORDINATOR, "SLV");
        assertThat(afterwards(enter(legal), other, one.account(), programme.id()))
                .contains("No quedaría nadie: invite antes a quien le suceda");
        assertThat(accounts.find(other.id()).orElseThrow().leftAt()).isNull();
    }

    /** What a caller is answered who lets somebody go while another leaving is not over yet. */
    private String afterwards(Caller caller, Person leaver, Account before, UUID by) throws Exception {
        caller.keepFormKey();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var answer = inTransaction().execute(open -> {
                house.getBean(Leaving.class).leave(before, by);
                var posted = threads.submit(() -> leave(caller, leaver));
                assertThat(posted)
                        .as("waits")
                        .failsWithin(700, TimeUnit.MILLISECONDS)
                        .withThrowableOfType(java.util.concurrent.TimeoutException.class);
                return posted;
            });
            assertThat(answer.get().statusCode()).isEqualTo(409);
            return answer.get().body();
        }
    }

    /** @return how many were refused with a sentence; whoever came a moment later was signed out already */
    private static int bothLetGo(Caller one, Person first, Caller other, Person second) throws Exception {
        one.keepFormKey();
        other.keepFormKey();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = List.of(
                    threads.submit(() -> {
                        start.await();
                        return leave(one, first);
                    }),
                    threads.submit(() -> {
                        start.await();
                        return leave(other, second);
                    }));
            start.countDown();
            var answers = new ArrayList<HttpResponse<String>>();
            for (var each : running) {
                answers.add(each.get());
            }
            assertThat(answers).filteredOn(LastOneTests::isDone).hasSize(1);
            return (int) answers.stream()
                    .filter(answer -> answer.statusCode() == 409)
                    .peek(answer ->
                            assertThat(answer.body()).containsAnyOf("No se cambió nada", "usted no cambió nada"))
                    .count();
        }
    }

    private static boolean isDone(HttpResponse<String> answer) {
        return answer.statusCode() == 303
                && answer.headers().firstValue("Location").orElse("").endsWith("/colleagues");
    }

    private static HttpResponse<String> leave(Caller caller, Person person) {
        return caller.submit("/colleagues/" + person.id() + "/leave", "");
    }

    private Caller enter(Person person) {
        new Newcomers(house).waitForTheNextCode(person.account().email());
        var caller = new Caller(origin);
        assertThat(caller.signIn(person, person.code(Instant.now())).statusCode())
                .isEqualTo(200);
        return caller;
    }

    private TransactionTemplate inTransaction() {
        return new TransactionTemplate(house.getBean(PlatformTransactionManager.class));
    }
}
