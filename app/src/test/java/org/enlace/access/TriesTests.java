package org.enlace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.enlace.access.Tries.Limit;
import org.enlace.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Counting tries, at a real database, each try on a connection of its own as from another process. */
class TriesTests {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final Movable clock = new Movable(NOON);
    private final Tries tries = new Tries(JdbcClient.create(database.dataSource()), clock);

    @Test
    void aHundredAtTheSameMomentGetNoMoreThanOneAfterTheOther() throws Exception {
        var start = new CountDownLatch(1);
        var all = new ArrayList<Callable<Duration>>();
        for (int n = 0; n < 100; n++) {
            all.add(() -> {
                start.await();
                return tries.count(Limit.SIGN_IN_BY_ACCOUNT, "duty@example.org");
            });
        }
        try (var threads = Executors.newFixedThreadPool(100)) {
            var counted = all.stream().map(threads::submit).toList();
            start.countDown();
            var admitted = 0;
            for (var each : counted) {
                admitted += each.get().isZero() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(Limit.SIGN_IN_BY_ACCOUNT.most());
        }
    }

    @Test
    void oneMoreAfterEachPause() {
        for (int n = 0; n < Limit.SIGN_IN_BY_ACCOUNT.most(); n++) {
            assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "a@example.org")).isZero();
        }
        assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "a@example.org")).isPositive();
        clock.pass(Duration.ofMinutes(10));
        assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "a@example.org")).isZero();
        assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "a@example.org")).isPositive();
    }

    @Test
    void aClockThatWasADayAheadLocksNobodyOutUntilThen() {
        clock.pass(Duration.ofDays(1));
        assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "b@example.org")).isZero();
        clock.pass(Duration.ofDays(-1));
        for (int n = 1; n < Limit.SIGN_IN_BY_ACCOUNT.most(); n++) {
            assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "b@example.org")).isZero();
        }
        assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "b@example.org"))
                .as("what was tried then counts")
                .isPositive();
        clock.pass(Duration.ofMinutes(10));
        assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "b@example.org")).isZero();
    }

    @Test
    void aTryThatWasRefusedDoesNotMakeTheNextWaitLonger() {
        for (int n = 0; n < 50; n++) {
            tries.count(Limit.SIGN_IN_BY_ACCOUNT, "b@example.org");
        }
        clock.pass(Duration.ofMinutes(10));
        assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "b@example.org")).isZero();
    }

    @Test
    void aClockSetBackGivesNoNewTries() {
        for (int n = 0; n < Limit.SIGN_IN_BY_ACCOUNT.most(); n++) {
            tries.count(Limit.SIGN_IN_BY_ACCOUNT, "c@example.org");
        }
        clock.pass(Duration.ofHours(-5));
        assertThat(tries.count(Limit.SIGN_IN_BY_ACCOUNT, "c@example.org")).isPositive();
    }

    @Test
    void nobodyTriesWhileTheDatabaseCannotCount() {
        var nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nothing");
        var blind = new Tries(JdbcClient.create(nowhere), clock);
        assertThatThrownBy(() -> blind.count(Limit.SIGN_IN_BY_ACCOUNT, "d@example.org"))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void theTableDoesNotTellWhoWasTried() {
        tries.count(Limit.SIGN_IN_BY_ACCOUNT, "secret-officer@example.org");
        var rows = JdbcClient.create(database.dataSource())
                .sql("select t::text from access.tries t")
                .query(String.class)
                .list();
        assertThat(rows).hasSize(1).noneMatch(row -> row.contains("secret"));
    }
}
