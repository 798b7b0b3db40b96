package org.enlace.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Each fault once or twice, on one installation; {@code bin/faults/} runs each as often and as long as is asked for. After each the independent checker looks. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class FaultsTests {

    private static final boolean LONG = Integer.getInteger("faults.rounds") != null;
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 1);

    @TempDir
    private static Path folder;

    private static Installation installation;

    @BeforeAll
    static void start() throws Exception {
        // What a refused sending leaves is thrown away after days; a hundred rounds of them are over in minutes.
        installation = new Installation(folder, Map.of("enlace.documents.waiting-files", "1000"));
    }

    @AfterAll
    static void stop() throws Exception {
        installation.close();
    }

    @AfterEach
    void everythingAcknowledgedIsThereOnce() throws Exception {
        installation.check();
    }

    @Test
    void f01KilledDuringAnUpload() throws Exception {
        new Killed(installation).duringAnUpload(ROUNDS, LONG ? 40 : 8);
    }

    @Test
    void f02KilledBetweenCommitLogAndMail() throws Exception {
        new Killed(installation).betweenCommitLogAndMail(ROUNDS);
    }

    @Test
    void f03TheDatabaseIsKilledUnderWriters() throws Exception {
        new Killed(installation).theDatabaseUnderWriters(LONG ? ROUNDS : 2, 20);
    }

    @Test
    void f04TheDatabaseStandsStill() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            new Killed(installation)
                    .theDatabaseStandsStill(Duration.ofSeconds(Integer.getInteger("faults.seconds", 12)));
        }
    }

    @Test
    void f06TheClockIsWrong() throws Exception {
        var wrong = List.of(Duration.ofMinutes(10), Duration.ofMinutes(-10), Duration.ofDays(1), Duration.ofDays(-1));
        for (int round = 0; round < ROUNDS; round++) {
            var clocks = new WrongClocks(installation);
            clocks.apart(LONG ? wrong : wrong.subList(0, 1));
            clocks.nearTheLimit();
        }
    }

    @Test
    void f07TheMailServerMisbehaves() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            new Surroundings(installation)
                    .theMailServerMisbehaves(LONG ? 20 : 2, LONG ? Duration.ofSeconds(30) : Duration.ofMillis(500));
        }
    }

    @Test
    void f08PressedFiftyTimes() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var misused = new Misused(installation);
            misused.pressedFiftyTimes();
            misused.formPressedFiftyTimes();
        }
    }

    @Test
    void f09Replayed() {
        for (int round = 0; round < ROUNDS; round++) new Misused(installation).replayed();
    }

    @Test
    void f10BodiesThatAreTooLargeOrTooSlow() throws Exception {
        for (int round = 0; round < ROUNDS; round++) new Oversized(installation).bodies();
    }

    @Test
    void f15PutBackToYesterday() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            new Surroundings(installation).putBack(folder.resolve("copies-" + round), LONG ? 20 : 1);
        }
    }

    @Test
    void f17TheAnswerIsLost() throws Exception {
        new Misused(installation).answersLost(LONG ? ROUNDS : 5);
    }

    @Test
    void f18ManyLargeFiles() throws Exception {
        new Oversized(installation).files(20, Integer.getInteger("faults.mebibytes", 4));
    }

    @Test
    void f19TheKeyEndsDuringAnExchange() {
        for (int round = 0; round < ROUNDS; round++) new Renewed(installation).theKeyEndsDuringAnExchange(round == 0);
    }

    /** Last, because under these settings the clocks of application and database may differ. */
    @Test
    void f99TheClocksJump() throws Exception {
        installation.stop();
        installation.start(WrongClocks.tolerant());
        for (int round = 0; round < ROUNDS; round++) {
            var clocks = new WrongClocks(installation);
            clocks.jump();
            clocks.sessionsEndWhenTheyShould();
            if (round == 0) clocks.codesAreGoodOnce();
        }
    }
}
