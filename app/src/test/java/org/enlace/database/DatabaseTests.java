package org.enlace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTests {

    @Nested
    class AsTheApplication {

        private final JdbcClient application =
                JdbcClient.create(TestDatabase.fresh().dataSource());

        @ParameterizedTest
        @ValueSource(strings = {"CREATE TABLE public.mine (x int)", "CREATE SCHEMA mine", "CREATE ROLE mine"})
        void makesNothingOfItsOwn(String statement) {
            assertThatThrownBy(() -> application.sql(statement).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }

        @Test
        void cannotRewriteTheHistoryOfMigrations() {
            var rooms = application
                    .sql("SELECT nspname FROM pg_namespace WHERE nspname = ANY(?)")
                    .param(1, Migrations.ROOMS.toArray(String[]::new))
                    .query(String.class)
                    .list();
            assertThat(rooms).contains("custody");
            for (var room : rooms) {
                assertThatThrownBy(() -> application
                                .sql("DELETE FROM " + room + ".flyway_schema_history")
                                .update())
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Nested
    class OnAServerOfOnesOwn {

        @Test
        void isPreparedTwiceWithoutHarm() throws SQLException {
            var database = TestDatabase.empty();
            var once = Database.prepare(database.owner());
            var again = Database.prepare(database.owner());
            assertThat(again).isEqualTo(once);
            try (var connection = again.connect()) {
                assertThat(connection.getMetaData().getUserName()).isEqualTo("enlace_app");
            }
        }

        @Test
        void saysWhatToGrantToAUserWhoMayNotMakeRoles() {
            var database = TestDatabase.empty();
            var owner = JdbcClient.create(database.asOwner());
            owner.sql("DROP ROLE IF EXISTS clerk, clerk_app").update();
            owner.sql("CREATE ROLE clerk LOGIN PASSWORD 'for this test'").update();
            var clerk = database.owner().as("clerk", "for this test");
            assertThatThrownBy(() -> Database.prepare(clerk))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("GRANT CREATE ON DATABASE");
            owner.sql("GRANT CREATE ON DATABASE " + database.owner().name() + " TO clerk")
                    .update();
            assertThatThrownBy(() -> Database.prepare(clerk))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("ALTER ROLE \"clerk\" CREATEROLE");
            owner.sql("ALTER ROLE clerk CREATEROLE").update();
            assertThat(Database.prepare(clerk).user()).isEqualTo("clerk_app");
        }

        @Test
        void saysSoWhenNobodyAnswers() {
            assertThatThrownBy(() -> Database.prepare(Address.parse("postgresql://a:secret@127.0.0.1:1/a")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("a@127.0.0.1:1/a")
                    .hasMessageNotContaining("secret");
        }
    }

    @Nested
    class AnAddress {

        @Test
        void isReadAndWrittenWithSpecialCharacters() {
            var address =
                    Address.parse("postgresql://enl%40ce:p%3Aa%2Fs+s@db.example.org/en%20lace?sslmode=verify-full");
            assertThat(address.user()).isEqualTo("enl@ce");
            assertThat(address.password()).isEqualTo("p:a/s+s");
            assertThat(address.port()).isEqualTo(5432);
            assertThat(address.name()).isEqualTo("en lace");
            assertThat(address.options()).containsEntry("sslmode", "verify-full");
            assertThat(Address.parse(address.url())).isEqualTo(address);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "jdbc:postgresql://u:secret@h/n",
                    "postgresql://u@h/secret",
                    "postgresql://u:secret@h",
                    "mysql://u:secret@h/n",
                    "postgresql://u:sec ret@h/n"
                })
        void isRefusedInAnotherFormWithoutRepeatingThePassword(String url) {
            assertThatThrownBy(() -> Address.parse(url))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("postgresql://user:password@host:port/name")
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }

        @Test
        void keepsItsPasswordToItself() {
            assertThat(Address.parse("postgresql://u:secret@h/n").toString()).doesNotContain("secret");
        }
    }

    @Nested
    class AClock {

        private final Instant noon = Instant.parse("2026-03-14T12:00:00Z");

        @Test
        void isNotWrongBecauseTheAnswerTookLong() {
            assertThat(ClockCheck.distance(noon.plusSeconds(20), noon, noon.plusSeconds(40)))
                    .isZero();
        }

        @Test
        void isMeasuredFromTheNearerEnd() {
            assertThat(ClockCheck.distance(noon.minusSeconds(6), noon, noon.plusSeconds(1)))
                    .isEqualTo(Duration.ofSeconds(6));
            assertThat(ClockCheck.distance(noon.plusSeconds(8), noon, noon.plusSeconds(1)))
                    .isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void runsATransactionAgainWhenTheDatabaseAsksForIt() {
        var attempts = new AtomicInteger();
        var result = Retry.onConflict(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException(new SQLException("give way", "40001"));
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void doesNotRepeatWhatFailedForAnotherReason() {
        var attempts = new AtomicInteger();
        assertThatThrownBy(() -> Retry.onConflict(() -> {
            attempts.incrementAndGet();
            throw new IllegalStateException(new SQLException("there already", "23505"));
        }));
        assertThat(attempts).hasValue(1);
    }
}
