package org.enlace.enrolment;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.fasterxml.uuid.Generators;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.Language;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Codes;
import org.enlace.access.Invitations;
import org.enlace.demo.SoftwareOfficer;
import org.enlace.keys.Admitting;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.Departing;
import org.enlace.keys.Division;
import org.enlace.keys.Founding;
import org.enlace.keys.Locksmith;
import org.enlace.keys.OfficerKeys;
import org.enlace.keys.Rotating;
import org.enlace.keys.WaysForm;
import org.enlace.ledger.Statement;
import org.enlace.sealing.Age;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** People for tests, who enrol as people do, with keys that a test can use: a passphrase with one-time codes, and paper. */
public final class People {

    /** Looks like the sealed officer key that it stands for: the server cannot tell, and that is the point. */
    private static final String BEHIND_A_PASSPHRASE = Base64.getEncoder()
            .encodeToString(("age-encryption.org/v1\n-> scrypt MTIzNDU2Nzg5MDEyMzQ1Ng 17\n" + "A".repeat(43) + "\n--- "
                            + "B".repeat(43) + "\n")
                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private final ApplicationContext house;
    private final Clock clock;

    public People(ApplicationContext house) {
        this.house = house;
        this.clock = house.getBean(Clock.class);
    }

    /** An officer of an authority, enrolled and not admitted. */
    public Person officer(String authority) {
        var state = new StateCode(authority.substring(0, 3).toUpperCase(java.util.Locale.ROOT));
        return enrol(Set.of(Role.OFFICER), state, authority);
    }

    /** Somebody without an authority. */
    public Person enrol(Role role, String state) {
        return enrol(Set.of(role), new StateCode(state), null);
    }

    private Person enrol(Set<Role> roles, StateCode state, @Nullable String authority) {
        var invitations = house.getBean(Invitations.class);
        var token = invitations.invite(new Invitations.Wanted(
                UUID.randomUUID() + "@example.org", "Duty officer", roles, state, authority, Language.ES, null));
        var invitation = invitations.find(token).orElseThrow();
        var officer = SoftwareOfficer.make(invitation.account());
        var paper = Age.newIdentity();
        var codes = house.getBean(Codes.class);
        var secret = decoded(codes.offer(invitation.account()).text());
        codes.confirm(invitation.account(), code(secret, clock.instant()));
        var locksmith = house.getBean(Locksmith.class);
        var file = officer.officerKeyFile(clock.instant());
        var ways = new WaysForm(
                List.of(
                        new WaysForm.LockForm("passphrase", BEHIND_A_PASSPHRASE, null),
                        new WaysForm.LockForm("paper", base64(Age.seal(file, paper.recipient())), null)),
                null);
        var account = house.getBean(Enrolment.class)
                .enrol(
                        invitation,
                        new Newcomer("Ana " + invitation.account(), Language.ES, ZoneId.of("America/Asuncion")),
                        officer.statement(clock.instant()).compact(),
                        locksmith.prepare(invitation.account(), ways));
        return new Person(account, officer, paper, secret);
    }

    /** Makes the first key of the person's authority. */
    public Age.Identity found(Person founder, boolean withSheet) {
        var key = Age.newIdentity();
        var form = founding(founder, key, withSheet ? Sheet.make() : null, withSheet ? new Division(3, 2) : null);
        house.getBean(Founding.class).found(form, founder.viewer());
        return key;
    }

    public Founding.Form founding(
            Person founder, Age.Identity key, @Nullable Sheet sheet, @Nullable Division division) {
        var statement = founder.keys()
                .sign(new Statement.AuthorityKey(
                        founder.authority(),
                        1,
                        key.recipient(),
                        sheet == null ? null : sheet.identity().recipient(),
                        sheet == null ? null : sheet.signer().verifyingKey(),
                        null,
                        now()));
        var file = SoftwareOfficer.authorityKeyFile(founder.authority(), 1, key);
        return new Founding.Form(
                statement.compact(),
                Map.of(
                        founder.id().toString(),
                        seal(file, founder.keys().identity().recipient())),
                sheet == null ? null : Map.of("1", seal(file, sheet.identity().recipient())),
                division);
    }

    /** Lets a colleague in, with every generation that the first one holds. */
    public void admit(Person colleague, Person newcomer) {
        house.getBean(Admitting.class).admit(admission(colleague, newcomer), colleague.viewer());
    }

    public Admitting.Form admission(Person colleague, Person newcomer) {
        var keys = house.getBean(AuthorityKeys.class);
        var copies = new HashMap<String, String>();
        keys.copies(colleague.authority(), colleague.id())
                .forEach((generation, file) -> copies.put(
                        String.valueOf(generation),
                        seal(
                                Age.open(
                                        Base64.getDecoder().decode(file),
                                        colleague.keys().identity()),
                                newcomer.keys().identity().recipient())));
        var generation = keys.current(colleague.authority()).orElseThrow().generation();
        return new Admitting.Form(admissionTo(generation, colleague, newcomer), copies);
    }

    /** A colleague goes; those who stay are given. */
    public void depart(Person author, Person leaver, Person... staying) {
        house.getBean(Departing.class).depart(departure(author, leaver, staying), author.viewer());
    }

    public Departing.Form departure(Person author, Person leaver, Person... staying) {
        var authority = author.authority();
        var current = house.getBean(AuthorityKeys.class).current(authority).orElseThrow();
        var generation = current.generation() + 1;
        var key = Age.newIdentity();
        var file = SoftwareOfficer.authorityKeyFile(authority, generation, key);
        var statement = author.keys()
                .sign(new Statement.AuthorityKey(
                        authority, generation, key.recipient(), null, null, current.statement(), now()));
        var departure =
                author.keys().sign(new Statement.Departure(authority, current.generation(), leaver.id(), now()));
        var all = new java.util.ArrayList<>(List.of(staying));
        all.add(author);
        return new Departing.Form(
                departure.compact(),
                statement.compact(),
                List.of(staying).stream()
                        .map(colleague -> admissionTo(generation, author, colleague))
                        .toList(),
                all.stream()
                        .collect(Collectors.toMap(
                                person -> person.id().toString(),
                                person -> seal(file, person.keys().identity().recipient()))),
                null,
                null);
    }

    /** The key is made anew, for the author and the others, and nobody leaves. */
    public Rotating.Form rotation(Person author, @Nullable Sheet sheet, @Nullable Division division, Person... others) {
        var authority = author.authority();
        var current = house.getBean(AuthorityKeys.class).current(authority).orElseThrow();
        var generation = current.generation() + 1;
        var key = Age.newIdentity();
        var file = SoftwareOfficer.authorityKeyFile(authority, generation, key);
        var statement = author.keys()
                .sign(new Statement.AuthorityKey(
                        authority,
                        generation,
                        key.recipient(),
                        sheet == null ? null : sheet.identity().recipient(),
                        sheet == null ? null : sheet.signer().verifyingKey(),
                        current.statement(),
                        now()));
        var copies = new HashMap<String, String>();
        copies.put(author.id().toString(), seal(file, author.keys().identity().recipient()));
        for (var other : others) {
            copies.put(other.id().toString(), seal(file, other.keys().identity().recipient()));
        }
        var paper = new HashMap<String, String>();
        for (int each = 1; sheet != null && each <= generation; each++) {
            paper.put(String.valueOf(each), seal(file, sheet.identity().recipient()));
        }
        return new Rotating.Form(
                statement.compact(),
                List.of(others).stream()
                        .map(other -> admissionTo(generation, author, other))
                        .toList(),
                copies,
                sheet == null ? null : paper,
                division);
    }

    private String admissionTo(int generation, Person colleague, Person newcomer) {
        var stated = house.getBean(OfficerKeys.class)
                .find(newcomer.id())
                .orElseThrow()
                .statement();
        return colleague
                .keys()
                .sign(new Statement.Admission(colleague.authority(), generation, newcomer.id(), stated, now()))
                .compact();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String seal(byte[] file, String recipient) {
        return base64(Age.seal(file, recipient));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The code that an authenticator with this secret shows. */
    public static String code(byte[] secret, Instant at) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base32 as RFC 4648 has it, read independently of how we write it. */
    public static byte[] decoded(String base32) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char letter : base32.toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits);
            }
        }
        return bytes.toByteArray();
    }

    /** Somebody with an account. */
    public record Person(Account account, SoftwareOfficer keys, Age.Identity paper, byte[] secret) {

        public UUID id() {
            return account.id();
        }

        public Viewer viewer() {
            return account.viewer();
        }

        public String authority() {
            return java.util.Objects.requireNonNull(account.authority());
        }

        public String code(Instant at) {
            return People.code(secret, at);
        }
    }

    /** An authority's recovery sheet: what opens, and what signs. */
    public record Sheet(Age.Identity identity, org.enlace.ledger.SigningKey signer) {

        public static Sheet make() {
            var seed = new byte[32];
            new java.security.SecureRandom().nextBytes(seed);
            return new Sheet(Age.newIdentity(), org.enlace.ledger.SigningKey.ofSeed(seed));
        }
    }

    static UUID id() {
        return Generators.timeBasedEpochGenerator().generate();
    }
}
