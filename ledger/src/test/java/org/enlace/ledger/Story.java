package org.enlace.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One preservation request from Paraguay to Costa Rica, with its keys, receipts and log, always the same bytes: what the vectors, the kept evidence package and the
 * tests tell of. All keys are made from public words and protect nothing.
 */
final class Story {
    static final String ORIGIN = "log.example.org/enlace";
    static final LogSigner LOG = new LogSigner(ORIGIN, seed("the log"));
    static final SigningKey PARAGUAY_OFFICER = seed("duty officer, Paraguay");
    static final SigningKey COSTA_RICA_FOUNDER = seed("head of unit, Costa Rica");
    static final SigningKey COSTA_RICA_OFFICER = seed("duty officer, Costa Rica");
    static final String PARAGUAY = "pry-sample-unit";
    static final String COSTA_RICA = "cri-sample-unit";
    static final UUID REQUEST = id(0x100);
    static final Conditions CONDITIONS = new Conditions(
            Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, Conditions.Leave.ASK, Conditions.Leave.FREE);
    static final Send SEND = new Send(
            "preservation",
            "budapest",
            "CRI",
            COSTA_RICA,
            1,
            true,
            Send.Status.NEW,
            null,
            "preservation/1",
            CONDITIONS);
    static final Instant START = Instant.parse("2026-03-14T22:52:00.123Z");
    static final byte[] SEALED_FORM =
            "age-encryption.org/v1\nsample of a sealed form\n".getBytes(StandardCharsets.UTF_8);
    static final byte[] SEALED_MESSAGE =
            "age-encryption.org/v1\nsample of a sealed message\n".getBytes(StandardCharsets.UTF_8);

    final MemoryLog log = new MemoryLog();
    final List<Item> keys = new ArrayList<>();
    final List<Item> acts = new ArrayList<>();
    final List<Item> receipts = new ArrayList<>();
    final List<Item> reminders = new ArrayList<>();
    private int ids = 0x200;
    private Instant now = START.minusSeconds(86_400);

    /** A signed thing with its place in the log. */
    record Item(Jws jws, Signed signed, Entry logged, long index) {
        byte[] entry() {
            return logged.encode();
        }
    }

    /** The whole story: keys, then send, open, take in charge, preserve, each with its receipt where it has one. */
    static Story told() {
        var story = new Story();
        story.enrol();
        story.exchange();
        return story;
    }

    void enrol() {
        var paraguayan = key(
                PARAGUAY_OFFICER,
                new Statement.OfficerKey(account(1), recipient('p'), PARAGUAY_OFFICER.verifyingKey(), now));
        key(PARAGUAY_OFFICER, new Statement.AuthorityKey(PARAGUAY, 1, recipient('q'), null, null, null, now));
        var founder = key(
                COSTA_RICA_FOUNDER,
                new Statement.OfficerKey(account(2), recipient('r'), COSTA_RICA_FOUNDER.verifyingKey(), now));
        var officer = key(
                COSTA_RICA_OFFICER,
                new Statement.OfficerKey(account(3), recipient('s'), COSTA_RICA_OFFICER.verifyingKey(), now));
        key(
                COSTA_RICA_FOUNDER,
                new Statement.AuthorityKey(
                        COSTA_RICA,
                        1,
                        recipient('t'),
                        recipient('u'),
                        seed("sheet, Costa Rica").verifyingKey(),
                        null,
                        now));
        key(
                COSTA_RICA_FOUNDER,
                new Statement.Admission(COSTA_RICA, 1, account(3), officer.jws().digest(), now));
        assert paraguayan.index() == 0 && founder.index() == 2;
        now = START;
    }

    void exchange() {
        var send = act(
                PARAGUAY_OFFICER, PARAGUAY, account(1), List.of(content(1, Act.Role.FORM, SEALED_FORM)), SEND, null);
        receipt(Receipt.Kind.DELIVERED, send);
        var open = act(COSTA_RICA_OFFICER, COSTA_RICA, account(3), List.of(), new Open(CONDITIONS), send);
        receipt(Receipt.Kind.OPENED, open);
        var taken = act(
                COSTA_RICA_OFFICER,
                COSTA_RICA,
                account(3),
                List.of(content(2, Act.Role.MESSAGE, SEALED_MESSAGE)),
                new TakeInCharge("Oficial de turno", LocalDate.of(2026, 3, 15)),
                open);
        receipt(Receipt.Kind.TAKEN_IN_CHARGE, taken);
        act(
                COSTA_RICA_OFFICER,
                COSTA_RICA,
                account(3),
                List.of(content(3, Act.Role.MESSAGE, SEALED_MESSAGE)),
                new Preserve(START.plusSeconds(3_600), LocalDate.of(2026, 5, 14), true),
                taken);
    }

    Item key(SigningKey signer, Statement statement) {
        return add(keys, statement.sign(signer), statement);
    }

    Item act(
            SigningKey signer,
            String authority,
            UUID account,
            List<Act.Content> content,
            Coded coded,
            @Nullable Item previous) {
        var act = new Act(
                REQUEST,
                id(ids++),
                authority,
                account,
                content,
                coded,
                previous == null ? null : previous.jws().digest(),
                now);
        return add(acts, act.sign(signer), act);
    }

    Item receipt(Receipt.Kind kind, Item of) {
        var act = (Act) of.signed();
        var receipt = new Receipt(
                id(ids++),
                kind,
                REQUEST,
                act.act(),
                of.jws().digest(),
                COSTA_RICA,
                recipient('t'),
                1,
                act.clock(),
                of.index());
        return add(receipts, receipt.sign(LOG.key()), receipt);
    }

    /** The host says now that nothing followed on this act, and how many letters went out about it. */
    Item remind(Reminder.Step step, Item of, long requested, long requesting) {
        var reminder = new Reminder(
                id(ids++),
                REQUEST,
                ((Act) of.signed()).act(),
                of.jws().digest(),
                step,
                step.isOfLadder() ? COSTA_RICA : PARAGUAY,
                step.isAfterwards() ? now.minusSeconds(60) : now.plusSeconds(86_400),
                now,
                new Reminder.Letters(requested, requesting));
        return add(reminders, reminder.sign(LOG.key()), reminder);
    }

    /** What the host refused besides: an act sealed to an old key, a piece of a file, and one of an account that was refused without end. */
    static List<SignedRefusal> refusals() {
        var log = new SignedRefusal.Reached(6, MerkleTree.EMPTY_ROOT);
        var act = Hash.sha256(SEALED_FORM);
        var bytes = Hash.sha256(SEALED_MESSAGE);
        return List.of(
                new SignedRefusal(
                        id(0xa01),
                        "KEY_CHANGED",
                        SignedRefusal.Next.AUTHOR,
                        new SignedRefusal.What(SignedRefusal.Kind.ACT, REQUEST, id(0xa02), act),
                        PARAGUAY,
                        account(1),
                        START,
                        log,
                        true),
                new SignedRefusal(
                        id(0xa03),
                        "CHUNK_DOES_NOT_FIT",
                        SignedRefusal.Next.COUNTERPART,
                        new SignedRefusal.What(SignedRefusal.Kind.CHUNK, REQUEST, id(0xa04), bytes),
                        PARAGUAY,
                        account(1),
                        START,
                        log,
                        false),
                new SignedRefusal(
                        id(0xa05),
                        "HASH_DIFFERS",
                        SignedRefusal.Next.NOBODY,
                        new SignedRefusal.What(SignedRefusal.Kind.FILE, REQUEST, id(0xa04), bytes),
                        PARAGUAY,
                        account(1),
                        START,
                        log,
                        true));
    }

    Item add(List<Item> list, Jws jws, Signed signed) {
        var entry = new Entry(signed.entryKind(), id(ids++), now, signed.subject(), jws.digest());
        var item = new Item(jws, signed, entry, log.entries.size());
        log.append(entry.encode());
        list.add(item);
        now = now.plusMillis(1_500);
        return item;
    }

    Checkpoint checkpoint() {
        return new Checkpoint(ORIGIN, log.entries.size(), log.root(log.entries.size()));
    }

    InclusionProof proof(Item item) {
        return InclusionProof.of(item.index(), log.entries.size(), log);
    }

    static Act.Content content(int number, Act.Role role, byte[] sealed) {
        return new Act.Content(id(0x900 + number), role, Hash.sha256(sealed), sealed.length);
    }

    static SigningKey seed(String words) {
        return SigningKey.ofSeed(
                Hash.sha256(words.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    static UUID id(int number) {
        return new UUID(0x0195_9700_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    static UUID account(int number) {
        return id(number);
    }

    static String recipient(char letter) {
        return "age1" + String.valueOf(letter).repeat(58);
    }
}
