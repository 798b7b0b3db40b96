package org.enlace.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.access.Movable;
import org.enlace.custody.Custody;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.directory.Authorities;
import org.enlace.exchange.Holding.Obstacle;
import org.enlace.exchange.Holdings;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.OfficerKeys;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Release;
import org.enlace.notices.Notices;
import org.enlace.retention.Prospect.Verdict;
import org.enlace.states.States;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten years go by over requests in every state. The clock is this room's; the requests, their keys, files and log are those of the running application. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class RetentionTests {

    private static final String PARAGUAY = Cast.Office.PARAGUAY.id();
    private static final String COSTA_RICA = Cast.Office.COSTA_RICA.id();

    private static final Set<String> MAY_GO = Set.of(
            "lapsed",
            "declined",
            "recalled",
            "recalled too",
            "closed",
            "closed late",
            "destroyed",
            "draft closed",
            "transferred and declined",
            "used",
            "matter over, first",
            "matter over, second");

    /** Before anybody opened them: nobody else ever had a key. */
    private static final Set<String> RECALLED = Set.of("recalled", "recalled too", "matter over, second");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Holdings holdings;

    @Autowired
    private Custody custody;

    @Autowired
    private OfficerKeys officerKeys;

    @Autowired
    private AuthorityKeys authorityKeys;

    @Autowired
    private Notices notices;

    @Autowired
    private Authorities authorities;

    @Autowired
    private Accounts accounts;

    @Autowired
    private States states;

    @TempDir
    private Path folder;

    private final Movable clock = new Movable(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private Choices choices;
    private Holds holds;
    private Proposals proposals;
    private Outlook outlook;
    private Announcing announcing;
    private Releasing releasing;
    private Lifting lifting;
    private Deletions deletions;
    private OfficerSession asuncion;
    private OfficerSession sanJose;

    @BeforeEach
    void furnish() {
        choices = new Choices(jdbc, clock);
        holds = new Holds(jdbc, holdings, clock);
        proposals = new Proposals(jdbc, clock);
        var announcements = new Announcements(jdbc);
        outlook = new Outlook(holdings, choices, holds, announcements, proposals);
        announcing = new Announcing(
                outlook, announcements, notices, new Announcing.Addresses(authorities, accounts, states), clock);
        deletions = new Deletions(jdbc, custody, new Officers(accounts));
        releasing = new Releasing(
                outlook,
                proposals,
                new ReleaseSignature(officerKeys, authorityKeys),
                new Releasing.Destroying(holdings, deletions, custody),
                clock);
        lifting = new Lifting(holds, proposals);
        asuncion = as(Cast.PARAGUAY_DUTY);
        sanJose = as(Cast.COSTA_RICA_DUTY);
    }

    @Test
    void afterTenYearsOnlyWhatMayGoGoes() throws Exception {
        var made = ManyRequests.make(asuncion, sanJose, as(Cast.COSTA_RICA_CENTRAL));
        assertThat(made).hasSizeGreaterThanOrEqualTo(30);
        var evidence = Map.of(
                "used", evidence(asuncion, made.get("used"), "?content=true"),
                "closed", evidence(asuncion, made.get("closed"), "?content=true"));
        assertThat(holdings.of(List.of(made.get("lapsed")), PARAGUAY, clock.instant()))
                .singleElement()
                .satisfies(holding -> assertThat(holding.obstacles()).containsExactly(Obstacle.GUARANTEED));

        clock.pass(Duration.ofDays(3652));
        assertThat(names(made, PARAGUAY)).as("nobody chose a period").containsOnlyKeys(Verdict.FOR_EVER);
        try {
            choose(PARAGUAY, Cast.PARAGUAY_DUTY, new Period(5, Period.Unit.YEARS));
            choose(COSTA_RICA, Cast.COSTA_RICA_DUTY, new Period(400, Period.Unit.DAYS));
            letAnnouncementsPass(made);
            deletesWithTwoPersonsAndNothingElse(made);
            provesWhatHappenedAllTheSame(made, evidence);
            theOtherSideIsNotTouched(made);
            whenBothGaveItUpTheBytesGo(made);
        } finally {
            choose(PARAGUAY, Cast.PARAGUAY_DUTY, null);
            choose(COSTA_RICA, Cast.COSTA_RICA_DUTY, null);
        }
    }

    private void letAnnouncementsPass(Map<String, UUID> made) {
        hold(made.get("declined and held"), Cast.PARAGUAY_DEPUTY);
        assertThat(names(made, PARAGUAY).get(Verdict.MAY_GO))
                .as("nothing goes unannounced")
                .isNull();
        for (var days : new int[] {0, 22, 1, 6}) {
            clock.pass(Duration.ofDays(days));
            announce(PARAGUAY);
            announce(PARAGUAY);
            announce(COSTA_RICA);
            assertThat(names(made, PARAGUAY).get(Verdict.ANNOUNCED)).isEqualTo(MAY_GO);
        }
        clock.pass(Duration.ofDays(1));
        var names = names(made, PARAGUAY);
        assertThat(names.get(Verdict.MAY_GO)).isEqualTo(MAY_GO);
        assertThat(names.get(Verdict.HELD)).containsExactly("declined and held");
        var others = new TreeSet<>(made.keySet());
        others.removeAll(MAY_GO);
        others.remove("declined and held");
        assertThat(names.get(Verdict.OPEN)).isEqualTo(others);
        assertThat(mails(PARAGUAY))
                .as("a month and a week ahead, once each, whoever looks how often")
                .containsExactly("RETENTION_AHEAD", "RETENTION_NEAR");
        assertThat(names(made, COSTA_RICA).get(Verdict.MAY_GO))
                .as("its own copies, its own view: what it handed on is over for it, what was recalled it never had")
                .contains("transferred and declined", "upload begun", "declined and held")
                .doesNotContain("recalled", "used", "destruction asked", "matter open, first");
    }

    private void deletesWithTwoPersonsAndNothingElse(Map<String, UUID> made) {
        var going = ids(made, MAY_GO);
        var duty = viewer(Cast.PARAGUAY_DUTY);
        var deputy = viewer(Cast.PARAGUAY_DEPUTY);
        for (var never : List.of("sent", "use asked", "destruction asked", "part unreceived", "declined and held")) {
            var with = new ArrayList<>(going);
            with.add(made.get(never));
            assertThat(refused(() -> propose(with, duty))).as(never).isEqualTo(RetentionRefusal.MAY_NOT_GO);
        }
        var proposal = proposals.require(propose(going, duty), PARAGUAY);
        assertThat(refused(() -> propose(going, deputy))).isEqualTo(RetentionRefusal.ALREADY_PROPOSED);
        assertThat(refused(() -> approve(proposal, going, Cast.PARAGUAY_DUTY))).isEqualTo(RetentionRefusal.SAME_PERSON);
        assertThat(refused(() -> approve(proposal, going.subList(1, going.size()), Cast.PARAGUAY_DEPUTY)))
                .as("what is signed is what goes, exactly")
                .isEqualTo(RetentionRefusal.CHANGED_MEANWHILE);
        assertThat(refused(() -> tx(() -> {
                    releasing.approve(proposal, "", deputy);
                    return true;
                })))
                .isEqualTo(RetentionRefusal.NOT_SIGNED);
        assertThatThrownBy(() -> jdbc.sql("insert into retention.decision values (:id, :by, 'approved', :by, now())")
                        .param("id", proposal.id())
                        .param("by", duty.requireAccount())
                        .update())
                .as("the database holds the rule of two persons by itself")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(keysOf(going)).as("nothing has gone yet").contains(PARAGUAY);

        jdbc.sql(
                        "insert into drafting.unsigned_act values (:id, :authority, 'close', 1, :sealed, now(), now(), 'x', :id)")
                .param("id", made.get("used"))
                .param("authority", PARAGUAY)
                .param("sealed", new byte[] {1})
                .update();
        var sealed = sealedKey(made.get("used"), PARAGUAY);
        var before = everything();
        approve(proposal, going, Cast.PARAGUAY_DEPUTY);
        var after = everything();
        assertThat(keysOf(going)).doesNotContain(PARAGUAY);
        assertThat(sightings(sealed)).as("the sealed key is nowhere any more").isEmpty();
        assertThat(minus(before, after))
                .as("gone are keys, and the bytes of what nobody else has: what was recalled")
                .containsOnlyKeys("exchange.request_key", "documents.chunk", "documents.sealed_file");
        assertThat(jdbc.sql("select count(*) from drafting.unsigned_act")
                        .query(Integer.class)
                        .single())
                .as("what was half written about it went with it")
                .isZero();
        assertThat(minus(before, after).get("exchange.request_key")).hasSize(going.size());
        assertThat(minus(before, after).get("documents.chunk")).hasSize(RECALLED.size());
        assertThat(minus(after, before))
                .as("and what is new says that they are gone")
                .containsOnlyKeys("custody.entry", "documents.given_up", "documents.sealed_file")
                .hasEntrySatisfying("custody.entry", rows -> assertThat(rows).hasSize(1))
                .hasEntrySatisfying(
                        "documents.given_up", rows -> assertThat(rows).hasSize(going.size()))
                .hasEntrySatisfying(
                        "documents.sealed_file", rows -> assertThat(rows).hasSize(RECALLED.size()));
        assertThat(names(made, PARAGUAY).get(Verdict.MAY_GO)).isNull();
        assertThat(refused(() -> approve(proposals.require(proposal.id(), PARAGUAY), going, Cast.PARAGUAY_DEPUTY)))
                .isEqualTo(RetentionRefusal.ALREADY_DECIDED);
        assertThat(refused(() -> {
                    hold(made.get("used"), Cast.PARAGUAY_DUTY);
                    return true;
                }))
                .isEqualTo(RetentionRefusal.NOTHING_KEPT);
    }

    private void provesWhatHappenedAllTheSame(Map<String, UUID> made, Map<String, Path> exported) throws Exception {
        for (var name : exported.keySet()) {
            var id = made.get(name);
            assertThat(verify(exported.get(name)))
                    .as("exported before: " + said)
                    .isZero();
            assertThat(asuncion.page("/requests/" + id).require(200).text())
                    .contains("Su autoridad eliminó lo que conservaba", "class=\"timeline\"")
                    .doesNotContain("data-readable=\"yes\"", "enlace-act data-kind");
            assertThat(asuncion.get("/requests/" + id + "/key").status()).isEqualTo(404);
            assertThat(deletions.of(id, PARAGUAY)).singleElement().satisfies(shown -> {
                assertThat(shown.proposer()).isEqualTo(Cast.PARAGUAY_DUTY.function());
                assertThat(shown.approver()).isEqualTo(Cast.PARAGUAY_DEPUTY.function());
            });
        }
        assertThat(verify(evidence(asuncion, made.get("used"), "?content=true")))
                .as("made afterwards, without the content: " + said)
                .isZero();
        assertThat(asuncion.post(asuncion.sign(made.get("closed"), Coded.Plain.ASK_DESTRUCTION, null))
                        .code())
                .isEqualTo("NO_LONGER_KEPT");
    }

    private void theOtherSideIsNotTouched(Map<String, UUID> made) {
        var id = made.get("closed");
        assertThat(sanJose.open(id, form(id))).asString().isEqualTo(ManyRequests.FORM);
        assertThat(asuncion.get("/documents/" + form(id)).status())
                .as("not even its own bytes")
                .isEqualTo(404);
        assertThat(sanJose.page("/requests/" + id).require(200).text())
                .as("it is not told")
                .doesNotContain("eliminó lo que conservaba");
        assertThat(deletions.of(id, COSTA_RICA)).isEmpty();
        var proposal = jdbc.sql("select proposal from retention.deletion where request = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        for (var stranger : new Cast[] {Cast.COSTA_RICA_DUTY, Cast.BRAZIL_DUTY, Cast.SECRETARIAT}) {
            assertThat(as(stranger).page("/retention/proposals/" + proposal).status())
                    .as(stranger.name())
                    .isEqualTo(404);
        }
    }

    private void whenBothGaveItUpTheBytesGo(Map<String, UUID> made) {
        var names = Set.of("closed", "declined");
        var ids = ids(made, names);
        var bytes = bytes(form(made.get("closed")));
        assertThat(sightings(bytes)).containsExactly("documents.chunk.bytes");
        approve(proposals.require(propose(ids, viewer(Cast.COSTA_RICA_DUTY)), COSTA_RICA), ids, Cast.COSTA_RICA_DEPUTY);
        assertThat(sightings(bytes)).isEmpty();
        assertThat(keysOf(ids)).isEmpty();
        assertThat(sanJose.get("/documents/" + form(made.get("closed"))).status())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from documents.sealed_file where request in (:ids) and sha256 is not null")
                        .param("ids", ids)
                        .query(Integer.class)
                        .single())
                .as("what it was stays: acts name the hashes")
                .isPositive();
    }

    @Test
    void aHoldIsLiftedByTwoAndThenTheDaysAreCountedAnew() {
        var id = asuncion.sign(COSTA_RICA, OfficerSession.Urgency.ORDINARY, null, ManyRequests.FORM);
        asuncion.post(id).require(200);
        asuncion.act(id.request(), Coded.Plain.WITHDRAW, null);
        var path = "/requests/" + id.request();
        assertThat(sanJose.form(path + "/holds", Map.of("ground", "audit")).status())
                .as("it never had anything to keep")
                .isEqualTo(409);
        asuncion.form(path + "/holds", Map.of("ground", "proceedings", "reference", " Exp.  12/2026 "))
                .require(303);
        var hold = holds.of(PARAGUAY).stream()
                .filter(each -> each.request().equals(id.request()))
                .findFirst()
                .orElseThrow();
        assertThat(hold.reference()).isEqualTo("Exp. 12/2026");
        assertThat(holds.of(COSTA_RICA)).noneMatch(each -> each.request().equals(id.request()));

        var proposal = asuncion.form(path + "/holds/" + hold.id() + "/lifting", Map.of())
                .require(303)
                .location();
        assertThat(asuncion.form(proposal + "/approval", Map.of()).status()).isEqualTo(409);
        assertThat(sanJose.form(proposal + "/approval", Map.of()).status()).isEqualTo(404);
        assertThat(as(Cast.PARAGUAY_DEPUTY).page("/retention").require(200).text())
                .contains(proposal, "A la espera de otro funcionario");
        as(Cast.PARAGUAY_DEPUTY).form(proposal + "/approval", Map.of()).require(303);
        assertThat(holds.of(PARAGUAY)).noneMatch(each -> each.id().equals(hold.id()));
        assertThat(holds.lifted(PARAGUAY)).containsKey(id.request());
        assertThat(asuncion.get("/retention/prospects.csv").require(200).text())
                .contains("reference,form,direction", "withdrawn", "for-ever");
    }

    private Map<Verdict, Set<String>> names(Map<String, UUID> made, String authority) {
        var names = new HashMap<UUID, String>();
        made.forEach((name, id) -> names.put(id, name));
        return outlook.of(authority, clock.instant()).stream()
                .filter(prospect -> names.containsKey(prospect.request()))
                .collect(Collectors.groupingBy(
                        Prospect::verdict,
                        Collectors.mapping(
                                prospect -> names.get(prospect.request()), Collectors.toCollection(TreeSet::new))));
    }

    private static List<UUID> ids(Map<String, UUID> made, Set<String> names) {
        return names.stream().sorted().map(made::get).toList();
    }

    private void choose(String authority, Cast by, @org.jspecify.annotations.Nullable Period period) {
        choices.choose(Choice.ALL_KINDS, period, authority, viewer(by));
        clock.pass(Duration.ofSeconds(1));
    }

    private void announce(String authority) {
        tx(() -> {
            announcing.announce(authority);
            return true;
        });
    }

    private void hold(UUID request, Cast by) {
        tx(() -> {
            holds.place(request, Hold.Ground.PROCEEDINGS, "", PARAGUAY, viewer(by));
            return true;
        });
    }

    private UUID propose(List<UUID> requests, Viewer viewer) {
        return tx(() -> releasing.propose(
                requests, Release.Ground.PERIOD, "", java.util.Objects.requireNonNull(viewer.authority()), viewer));
    }

    private boolean approve(Proposal proposal, List<UUID> requests, Cast by) {
        var session = as(by);
        var account = session.officer().account();
        if (account.equals(proposal.by())) {
            return tx(() -> {
                releasing.approve(proposal, "not looked at", viewer(by));
                return true;
            });
        }
        var signed = session.officer()
                .sign(new Release(
                        proposal.id(),
                        proposal.authority(),
                        account,
                        proposal.by(),
                        Release.Ground.PERIOD,
                        requests,
                        clock.instant()));
        return tx(() -> {
            releasing.approve(proposal, signed.compact(), viewer(by));
            return true;
        });
    }

    private <T> T tx(Supplier<T> work) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    private static org.enlace.Refusal refused(Supplier<?> act) {
        var refused = catchThrowableOfType(Refused.class, act::get);
        assertThat(refused).isNotNull();
        return refused.refusal();
    }

    private Viewer viewer(Cast member) {
        return accounts.find(member.account()).orElseThrow().viewer();
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }

    private List<String> mails(String authority) {
        return jdbc.sql("select kind from notices.notice where effect_key like :key order by kind")
                .param("key", "retention/" + authority + "/%")
                .query(String.class)
                .list();
    }

    private Set<String> keysOf(List<UUID> requests) {
        return Set.copyOf(jdbc.sql("select distinct authority from exchange.request_key where request in (:ids)")
                .param("ids", requests)
                .query(String.class)
                .list());
    }

    private byte[] sealedKey(UUID request, String authority) {
        return jdbc.sql("select sealed from exchange.request_key where request = :request and authority = :authority")
                .param("request", request)
                .param("authority", authority)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    private UUID form(UUID request) {
        return jdbc.sql("select id from documents.sealed_file where request = :request order by brought_at, id limit 1")
                .param("request", request)
                .query(UUID.class)
                .single();
    }

    private byte[] bytes(UUID document) {
        return jdbc.sql("select bytes from documents.chunk where sealed_file = :id and number = 0")
                .param("id", document)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    /** In which columns of the whole database these bytes stand. */
    private List<String> sightings(byte[] bytes) {
        var columns = jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        where udt_name = 'bytea' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list();
        return columns.stream()
                .filter(column -> {
                    var end = column.lastIndexOf('.');
                    return jdbc.sql("select exists (select 1 from " + column.substring(0, end)
                                    + " where position(:bytes in " + column.substring(end + 1) + ") > 0)")
                            .param("bytes", bytes)
                            .query(Boolean.class)
                            .single();
                })
                .toList();
    }

    /** Every row of what requests, files, keys and the log consist of. */
    private Map<String, Set<String>> everything() {
        var rows = new HashMap<String, Set<String>>();
        jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema in ('exchange', 'documents', 'keys', 'custody') and table_name <> 'flyway_schema_history'
                        """).query(String.class).list().stream()
                .filter(table -> !Set.of("custody.leaf", "custody.node", "custody.checkpoint")
                        .contains(table))
                .forEach(table -> rows.put(
                        table,
                        new HashSet<>(jdbc.sql("select t::text from " + table + " t")
                                .query(String.class)
                                .list())));
        return rows;
    }

    private static Map<String, Set<String>> minus(Map<String, Set<String>> these, Map<String, Set<String>> those) {
        var left = new HashMap<String, Set<String>>();
        these.forEach((table, rows) -> {
            var more = new HashSet<>(rows);
            more.removeAll(those.get(table));
            if (!more.isEmpty()) {
                left.put(table, more);
            }
        });
        return left;
    }

    private String said = "";

    private Path evidence(OfficerSession officer, UUID id, String query) throws Exception {
        var reply = officer.get("/requests/" + id + "/evidence" + query).require(200);
        return Files.write(Files.createTempFile(folder, "evidence", ".zip"), reply.body());
    }

    /** As a reader without our server does it. */
    private int verify(Path file) throws Exception {
        var ledger = org.enlace.ledger.Verify.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(ledger.toURI()).toString(),
                        "org.enlace.ledger.Verify",
                        file.toString(),
                        "--log-key",
                        asuncion.get("/log/key").text().strip())
                .redirectErrorStream(true)
                .start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }
}
