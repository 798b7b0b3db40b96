package org.enlace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.enlace.access.Tries.Limit;
import org.enlace.enrolment.Newcomers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many tries at the same moment, at the real doors: none of the three limits lets more through because they come together. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BurstsOverHttpTests {

    private final JdbcClient database;
    private final String origin;

    BurstsOverHttpTests(@Autowired ApplicationContext house) {
        this.database = house.getBean(JdbcClient.class);
        this.origin = new Newcomers(house).origin();
    }

    @BeforeEach
    @AfterEach
    void forgetTries() {
        database.sql("delete from access.tries").update();
    }

    @Test
    void onOneAccountFromManyAddresses() throws Exception {
        var callers = callers(20);
        var admitted = burst(100, n -> tried(callers.get(n % 20), "duty@example.org"));
        assertThat(admitted).isEqualTo(Limit.SIGN_IN_BY_ACCOUNT.most());
    }

    @Test
    void fromOneAddressOnManyAccounts() throws Exception {
        var caller = callers(1).getFirst();
        var begun = Instant.now();
        var admitted = burst(100, n -> tried(caller, UUID.randomUUID() + "@example.org"));
        assertThat(admitted).isBetween(Limit.SIGN_IN_BY_ADDRESS.most(), most(Limit.SIGN_IN_BY_ADDRESS, begun, 20_000));
    }

    @Test
    void fromEverywhereOnEverybody() throws Exception {
        var callers = callers(60);
        var begun = Instant.now();
        var admitted = burst(900, n -> tried(callers.get(n % 60), UUID.randomUUID() + "@example.org"));
        assertThat(admitted).isBetween(Limit.SIGN_IN_BY_ANYBODY.most(), most(Limit.SIGN_IN_BY_ANYBODY, begun, 200));
    }

    @Test
    void onRecoveringOneAccount() throws Exception {
        var callers = callers(10);
        var admitted = burst(
                60,
                n -> callers.get(n % 10)
                                .submit("/recovery", "email=duty@example.org")
                                .statusCode()
                        == 303);
        assertThat(admitted).isEqualTo(Limit.RECOVERY_BY_ACCOUNT.most());
    }

    @Test
    void whoComesTooOftenIsToldWhenToComeAgain() {
        var caller = callers(1).getFirst();
        IntStream.range(0, 5).forEach(n -> tried(caller, "duty@example.org"));
        var refused = caller.post("/sign-in/code", Map.of("email", "Duty@Example.org ", "code", "000000"));
        assertThat(refused.statusCode())
                .as("capitals and spaces make no other account")
                .isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("600");
        assertThat(Caller.json(refused).get("detail").asString()).contains("10 minutes");
    }

    /** The limit, and what leaks out of the bucket while the burst goes on. */
    private static int most(Limit limit, Instant begun, long leakMillis) {
        return limit.most() + 1 + (int) (Duration.between(begun, Instant.now()).toMillis() / leakMillis);
    }

    private List<Caller> callers(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> new Caller(origin))
                .peek(Caller::keepFormKey)
                .toList();
    }

    private static boolean tried(Caller caller, String email) {
        var answer = caller.post("/sign-in/code", Map.of("email", email, "code", "000000"));
        assertThat(answer.statusCode()).isIn(422, 429);
        return answer.statusCode() == 422;
    }

    private static int burst(int many, java.util.function.IntPredicate attempt) throws Exception {
        var start = new CountDownLatch(1);
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int n = 0; n < many; n++) {
            var number = n;
            attempts.add(() -> {
                start.await();
                return attempt.test(number);
            });
        }
        try (var threads = Executors.newFixedThreadPool(64)) {
            var running = attempts.stream().map(threads::submit).toList();
            start.countDown();
            var admitted = 0;
            for (var each : running) {
                admitted += each.get() ? 1 : 0;
            }
            return admitted;
        }
    }
}
