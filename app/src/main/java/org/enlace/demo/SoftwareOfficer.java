package org.enlace.demo;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Signed;
import org.enlace.ledger.SigningKey;
import org.enlace.ledger.Statement;
import org.enlace.sealing.Age;

/**
 * An officer whose keys live in this program: the cast of the demo, the writers of {@code bin/faults/}, the load of the benchmarks. Does with its keys just what a
 * browser does with an officer's, byte for byte as {@code docs/protocols/exchange.md} says.
 */
public final class SoftwareOfficer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final UUID account;
    private final Age.Identity identity;
    private final byte[] seed;

    private SoftwareOfficer(UUID account, Age.Identity identity, byte[] seed) {
        this.account = account;
        this.identity = identity;
        this.seed = seed;
    }

    /** New keys for an account. */
    public static SoftwareOfficer make(UUID account) {
        var seed = new byte[32];
        RANDOM.nextBytes(seed);
        return new SoftwareOfficer(account, Age.newIdentity(), seed);
    }

    /** The officer of an opened officer key file, such as a demo lock hands out. */
    public static SoftwareOfficer of(UUID account, String identity, String seed) {
        return new SoftwareOfficer(
                account, Age.Identity.of(identity), Base64.getUrlDecoder().decode(seed));
    }

    public UUID account() {
        return account;
    }

    /** What is sealed to the officer opens with this. */
    public Age.Identity identity() {
        return identity;
    }

    /** The officer-key statement, signed by the key it states. */
    public Jws statement(Instant at) {
        return sign(new Statement.OfficerKey(
                account, identity.recipient(), key().verifyingKey(), at.truncatedTo(ChronoUnit.MILLIS)));
    }

    public Jws sign(Signed thing) {
        return Jws.sign(key(), thing.type(), thing.payload());
    }

    /** The officer key as it is sealed for each way to unlock it; the plain text of a lock. */
    public byte[] officerKeyFile(Instant made) {
        return """
                {"v":1,"kind":"officer-key","account":"%s","identity":"%s","seed":"%s","made":"%s"}""".formatted(
                        account,
                        identity.secret(),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(seed),
                        made.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One generation of an authority's key, as it is sealed to each of its officers. */
    public static byte[] authorityKeyFile(String authority, int generation, Age.Identity identity) {
        return """
                {"v":1,"kind":"authority-key","authority":"%s","generation":%d,"identity":"%s"}""".formatted(authority, generation, identity.secret()).getBytes(StandardCharsets.UTF_8);
    }

    /** A request's key, as it is sealed to the two authorities. */
    public static byte[] requestKeyFile(UUID request, Age.Identity identity) {
        return """
                {"v":1,"kind":"request-key","request":"%s","identity":"%s"}""".formatted(request, identity.secret()).getBytes(StandardCharsets.UTF_8);
    }

    /** Never the keys. */
    @Override
    public String toString() {
        return "software officer " + account;
    }

    private SigningKey key() {
        return SigningKey.ofSeed(seed);
    }
}
