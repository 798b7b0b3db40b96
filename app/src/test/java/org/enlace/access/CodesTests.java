package org.enlace.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.uuid.Generators;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.Refused;
import org.enlace.database.DataFolder;
import org.enlace.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CodesTests {

    private static final Duration STEP = Duration.ofSeconds(30);

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh().dataSource());
    private final DataFolder folder = DataFolder.at(TestDatabase.freshFolder());
    private final Movable clock = new Movable(Instant.parse("2026-03-14T12:00:10Z"));
    private final Codes codes = new Codes(database, new CodeKey(folder), clock);
    private final UUID officer = Generators.timeBasedEpochGenerator().generate();
    private byte[] secret = new byte[0];

    @BeforeEach
    void theOfficerTakesASecretIntoTheirAuthenticator() {
        database.sql("""
                        insert into access.account (id, name, function, email, roles, state, authority, language, zone, made_at, confirmed_at)
                        values (:id, 'Ana', 'Duty officer', :email, array ['OFFICER'], 'PRY', 'pry-a', 'es', 'America/Asuncion', now(), now())""")
                .param("id", officer)
                .param("email", officer + "@example.org")
                .update();
        secret = decoded(codes.offer(officer).text());
        clock.pass(STEP.multipliedBy(4));
        codes.confirm(officer, code(0));
        codes.adopt(officer);
        clock.pass(STEP.multipliedBy(4));
    }

    @Test
    void theCodeOfThisStepAndItsNeighboursIsGood() {
        assertThat(codes.accept(officer, code(-1))).isTrue();
        assertThat(codes.accept(officer, code(0))).isTrue();
        assertThat(codes.accept(officer, code(1))).isTrue();
    }

    @Test
    void twoStepsAwayIsTooFar() {
        assertThat(codes.accept(officer, code(-2))).isFalse();
        assertThat(codes.accept(officer, code(2))).isFalse();
    }

    @Test
    void eachCodeIsGoodOnceAndNoneBeforeOneThatWasUsed() {
        assertThat(codes.accept(officer, code(0))).isTrue();
        assertThat(codes.accept(officer, code(0))).isFalse();
        assertThat(codes.accept(officer, code(-1))).isFalse();
    }

    @Test
    void aCodeSentAHundredTimesAtOnceIsTakenOnce() throws Exception {
        var code = code(0);
        Callable<Boolean> attempt = () -> codes.accept(officer, code);
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int n = 0; n < 100; n++) {
            attempts.add(attempt);
        }
        try (var threads = Executors.newFixedThreadPool(50)) {
            var taken = 0;
            for (var each : threads.invokeAll(attempts)) {
                taken += each.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
    }

    @Test
    void theCodeThatProvedTheSecretDoesNotSignInAsWell() {
        clock.pass(STEP.multipliedBy(-4));
        assertThat(codes.accept(officer, code(0))).isFalse();
    }

    @Test
    void nobodyHasNoCode() {
        assertThat(codes.accept(null, code(0))).isFalse();
        assertThat(codes.accept(UUID.randomUUID(), code(0))).isFalse();
    }

    @Test
    void spacesInACodeAreNoMistakeAndLettersAre() {
        var code = code(0);
        assertThat(codes.accept(officer, "é" + code.substring(1))).isFalse();
        assertThat(codes.accept(officer, code.substring(0, 3) + ' ' + code.substring(3)))
                .isTrue();
    }

    @Test
    void aNewSecretCountsOnlyOnceACodeOfItWasGiven() {
        codes.offer(officer);
        assertThatThrownBy(() -> codes.confirm(officer, code(0))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> codes.adopt(officer)).isInstanceOf(Refused.class);
        assertThat(codes.accept(officer, code(0))).isTrue();
    }

    @Test
    void theDatabaseHoldsNoSecretThatMakesCodes() {
        var stored = database.sql("select secret from access.code")
                .query(byte[].class)
                .single();
        assertThat(stored).hasSizeGreaterThan(secret.length + 12);
        assertThat(java.util.HexFormat.of().formatHex(stored))
                .doesNotContain(java.util.HexFormat.of().formatHex(secret));
    }

    @Test
    void theKeyIsAFileOfItsOwnerAlone() throws Exception {
        var file = folder.secrets().resolve("codes.key");
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
        assertThat(new Codes(database, new CodeKey(folder), clock).accept(officer, code(0)))
                .as("the same key is found again after a restart")
                .isTrue();
    }

    @Test
    void aSecretMovedToAnotherAccountDoesNotOpen() {
        var key = new CodeKey(folder);
        var sealed = key.seal(officer, secret);
        assertThatThrownBy(() -> key.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
    }

    private String code(int steps) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, "RAW"), clock.instant().plus(STEP.multipliedBy(steps)));
        } catch (java.security.InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base32 as RFC 4648 has it, read independently of how we write it. */
    private static byte[] decoded(String base32) {
        var bits = new StringBuilder();
        for (char letter : base32.toCharArray()) {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append(String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0'));
        }
        var bytes = new byte[bits.length() / 8];
        for (int n = 0; n < bytes.length; n++) {
            bytes[n] = (byte) Integer.parseInt(bits.substring(8 * n, 8 * n + 8), 2);
        }
        return bytes;
    }
}
