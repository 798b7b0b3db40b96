package org.enlace;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.enlace.database.DataFolder;
import org.enlace.database.EmbeddedPostgres;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Act;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Jws;
import org.enlace.ledger.LogSigner;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Receipt;
import org.enlace.ledger.Signed;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * What pages and acts take in an installation that holds very many requests and a long log. A few requests are made over HTTP; all others are written into the tables
 * as copies of them under ids of their own, every act and receipt signed anew by whose it is, without the sealed bytes. Run by {@code bench/held}, never by the tests.
 */
class HeldBench {

    private static final int REQUESTS = Integer.getInteger("held.requests", 100_000);
    private static final int ENTRIES = Integer.getInteger("held.entries", 2_000_000);
    private static final int TIMES = 200;
    /** Of what nobody asks for often. */
    private static final int FEW = 20;

    private static final int BATCH = 1_000;
    private static final String FORM = Papers.form("preservation/1", "{}");
    private static final String MESSAGE = Papers.message("answer");

    /** The log places what waits together by its ids: these rise. */
    private final TimeBasedEpochGenerator inOrder = Generators.timeBasedEpochGenerator();

    private final Random random = new Random(1);
    private final List<UUID> made = new ArrayList<>();
    private OfficerSession asuncion;
    private OfficerSession sanJose;
    private LogSigner log;

    @Test
    void measure() throws Exception {
        var folder = Files.createTempDirectory("enlace-held-bench");
        try (var demo = RunningDemo.start(folder, Map.of())) {
            asuncion = OfficerSession.signIn(demo.localhost(), Cast.PARAGUAY_DUTY);
            sanJose = OfficerSession.signIn(demo.localhost(), Cast.COSTA_RICA_DUTY);
            log = LogSigner.parse(
                    Files.readString(folder.resolve("data/secrets/log-key")).strip());
            try (var owner = EmbeddedPostgres.running(DataFolder.at(folder.resolve("data")))
                    .orElseThrow()
                    .connect()) {
                fill(owner);
            }
            row("held", "%,d requests, log of %,d entries".formatted(made.size(), size()));
            pages(demo.localhost());
            acts();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void pages(String base) {
        times("a desk (its first page)", () -> asuncion.page("/desk").require(200));
        times("the desk's calendar", () -> asuncion.page("/desk/calendar.ics").require(200));
        times("a request", () -> asuncion.page("/requests/" + any()).require(200));
        times(
                "the acts of a request with their proofs",
                () -> asuncion.get("/requests/" + any() + "/acts").require(200));
        var secretariat = OfficerSession.signIn(base, Cast.SECRETARIAT);
        times(
                "the secretariat's figures",
                FEW,
                () -> secretariat.page("/figures").require(200));
        var coordinator = OfficerSession.signIn(base, Cast.PARAGUAY_COORDINATOR);
        times(
                "a state's own figures",
                FEW,
                () -> coordinator.page("/figures/mine").require(200));
        var size = size();
        times(
                "an inclusion proof",
                () -> asuncion.get("/log/proof/inclusion?index=" + random.nextLong(size))
                        .require(200));
    }

    private void acts() {
        var requests = new ArrayList<UUID>();
        times("sealing, uploading and sending a request, to its receipt", () -> requests.add(send()));
        var opened = requests.iterator();
        times("opening it, to its receipt", () -> sanJose.act(opened.next(), OfficerSession.OPEN, null));
    }

    private UUID any() {
        return made.get(random.nextInt(made.size()));
    }

    private UUID send() {
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.ORDINARY, null, FORM);
        asuncion.post(sent).require(200);
        return sent.request();
    }

    /** Requests of every age: sent only, opened, in charge, preserved; most of them done with. */
    private List<UUID> templates() {
        var templates = new ArrayList<UUID>();
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int at = 0; at < 20; at++) {
            var id = send();
            templates.add(id);
            if (at == 0) continue;
            sanJose.act(id, OfficerSession.OPEN, null);
            if (at == 1) continue;
            sanJose.act(id, new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), today.plusDays(2)), MESSAGE);
            if (at == 2) continue;
            sanJose.act(
                    id, new Preserve(Instant.now().truncatedTo(ChronoUnit.MILLIS), today.plusDays(90), true), MESSAGE);
        }
        return templates;
    }

    private void fill(Connection owner) throws Exception {
        var templates = templates();
        made.addAll(templates);
        awaitSequenced(owner);
        owner.setAutoCommit(false);
        for (int at = 0; made.size() < REQUESTS; at++) {
            var clones = new ArrayList<Clone>();
            for (int one = 0; one < Math.min(BATCH, REQUESTS - templates.size() - at * BATCH); one++) {
                clones.add(
                        new Clone(templates.get(random.nextInt(templates.size())), asuncion.newId(), at * BATCH + one));
            }
            write(owner, clones);
            owner.commit();
            awaitSequenced(owner);
            clones.forEach(clone -> made.add(clone.request()));
        }
        owner.setAutoCommit(true);
        execute(owner, "analyze");
        for (long size = size(); size < ENTRIES; size = size()) {
            entries(owner, size, Math.min(100_000, ENTRIES - size));
            awaitSequenced(owner);
        }
        execute(owner, "vacuum analyze");
    }

    private void write(Connection owner, List<Clone> clones) throws SQLException {
        execute(
                owner,
                "create temp table if not exists clone (template uuid, request uuid, number integer) on commit delete rows");
        try (var insert = owner.prepareStatement("insert into clone values (?, ?, ?)")) {
            for (var clone : clones) {
                insert.setObject(1, clone.template());
                insert.setObject(2, clone.request());
                insert.setInt(3, clone.number());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        // Spread over two years, so that a desk has old and new.
        var ago = "make_interval(mins => 5 * c.number)";
        copy(
                owner,
                "exchange.request",
                "id",
                Map.of(
                        "id",
                        "c.request",
                        "reference",
                        "t.reference || '-' || c.number",
                        "sent_at",
                        "t.sent_at - " + ago));
        copy(owner, "exchange.standing", "request", Map.of("request", "c.request", "last_at", "t.last_at - " + ago));
        copy(owner, "exchange.request_key", "request", Map.of("request", "c.request"));
        copy(owner, "documents.reader", "request", Map.of("request", "c.request"));
        copy(owner, "documents.sealed_file", "request", Map.of("request", "c.request", "id", "gen_random_uuid()"));
        var index = size();
        for (var clone : clones) index = sign(owner, clone, index);
    }

    private static void copy(Connection owner, String table, String key, Map<String, String> other)
            throws SQLException {
        var columns = new ArrayList<String>();
        try (var rows = owner.createStatement().executeQuery("select * from " + table + " limit 0")) {
            for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++)
                columns.add(rows.getMetaData().getColumnName(at));
        }
        var values = columns.stream()
                .map(name -> other.getOrDefault(name, "t." + name))
                .collect(Collectors.joining(", "));
        execute(
                owner,
                "insert into %s select %s from %s t join clone c on c.template = t.%s"
                        .formatted(table, values, table, key));
    }

    /** The acts of the template, of this request and signed so, with their receipts; the log gives indexes in this order. Answers the next one. */
    private long sign(Connection owner, Clone clone, long first) throws SQLException {
        Hash previous = null;
        var index = first;
        try (var read = owner.prepareStatement("""
                        select a.number, a.kind, a.authority, a.account, a.jws, r.kind as receipt, r.jws as receipt_jws
                        from exchange.act a left join exchange.receipt r on r.request = a.request and r.act = a.act
                        where a.request = ? order by a.number""")) {
            read.setObject(1, clone.template());
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    var old = (Act) Signed.of(Jws.parse(rows.getString("jws")));
                    var act = new Act(
                            clone.request(),
                            asuncion.newId(),
                            old.authority(),
                            old.account(),
                            old.content(),
                            old.coded(),
                            previous,
                            old.clock());
                    var signer = old.account().equals(asuncion.officer().account()) ? asuncion : sanJose;
                    var jws = signer.officer().sign(act);
                    previous = jws.digest();
                    var at = Timestamp.from(old.clock().minus(Duration.ofMinutes(5L * clone.number())));
                    insert(
                            owner,
                            "insert into exchange.act values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                            clone.request(),
                            rows.getInt("number"),
                            act.act(),
                            rows.getString("kind"),
                            old.authority(),
                            old.account(),
                            jws.compact(),
                            jws.digest().hex(),
                            at,
                            entry(owner, Entry.Kind.ACT, jws));
                    var place = index++;
                    if (rows.getString("receipt") == null) continue;
                    var given = (Receipt) Signed.of(Jws.parse(rows.getString("receipt_jws")));
                    var receipt = new Receipt(
                                    asuncion.newId(),
                                    given.kind(),
                                    clone.request(),
                                    act.act(),
                                    jws.digest(),
                                    given.authority(),
                                    given.recipientKey(),
                                    given.generation(),
                                    given.time(),
                                    place)
                            .sign(log.key());
                    insert(
                            owner,
                            "insert into exchange.receipt values (?, ?, ?, ?, ?, ?)",
                            clone.request(),
                            act.act(),
                            rows.getString("receipt"),
                            receipt.compact(),
                            at,
                            entry(owner, Entry.Kind.RECEIPT, receipt));
                    index++;
                }
            }
        }
        return index;
    }

    private UUID entry(Connection owner, Entry.Kind kind, Jws jws) throws SQLException {
        var entry =
                new Entry(kind, inOrder.generate(), Instant.now().truncatedTo(ChronoUnit.MILLIS), null, jws.digest());
        insert(owner, "insert into custody.entry (id, bytes) values (?, ?)", entry.id(), entry.encode());
        insert(owner, "insert into custody_work.pending values (?)", entry.id());
        return entry.id();
    }

    /** So many entries more, of acts that nobody has: the log does not know the difference. */
    private static void entries(Connection owner, long from, long count) throws SQLException {
        execute(owner, """
                with made as (
                    select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(r, 1, 3) || '-8' || substr(r, 4, 3) || '-' || substr(r, 7, 12))::uuid as id
                    from (select lpad(to_hex((extract(epoch from now()) * 1000)::bigint + i / 100), 12, '0') as h, md5(i::text) as r
                          from generate_series(%d, %d) i) parts),
                written as (
                    insert into custody.entry (id, bytes)
                    select id, convert_to(E'enlace-entry/v1\\nkind act\\nid ' || id || E'\\ntime 2026-11-01T00:00:00.000Z\\ndigest sha256:'
                        || encode(sha256(convert_to(id::text, 'UTF8')), 'hex') || E'\\n', 'UTF8') from made returning id)
                insert into custody_work.pending select id from written""".formatted(from, from + count - 1));
    }

    private static void awaitSequenced(Connection owner) throws SQLException, InterruptedException {
        while (true) {
            try (var row = owner.createStatement().executeQuery("select exists (select 1 from custody_work.pending)")) {
                row.next();
                if (!row.getBoolean(1)) break;
            }
            if (!owner.getAutoCommit()) owner.commit();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private long size() {
        return Long.parseLong(
                new String(asuncion.get("/log/checkpoint").require(200).body(), StandardCharsets.UTF_8).split("\n")[1]);
    }

    private static void insert(Connection owner, String sql, Object... values) throws SQLException {
        try (var insert = owner.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) insert.setObject(at + 1, values[at]);
            insert.executeUpdate();
        }
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void times(String what, Runnable action) {
        times(what, TIMES, action);
    }

    private static void times(String what, int times, Runnable action) {
        var took = new ArrayList<Long>();
        for (int at = 0; at < times; at++) {
            var begun = System.nanoTime();
            action.run();
            if (at >= times / 10) took.add(System.nanoTime() - begun);
        }
        took.sort(null);
        row(
                what,
                "median %.1f ms | 95 %% below %.1f ms"
                        .formatted(took.get(took.size() / 2) / 1e6, took.get((int) (took.size() * 0.95)) / 1e6));
    }

    private static void row(String what, String figure) {
        System.out.println("| " + what + " | " + figure + " |");
    }

    /** @param number counts the clones */
    private record Clone(UUID template, UUID request, int number) {}
}
