package org.enlace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.enlace.database.Address;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Ask;
import org.enlace.ledger.Close;
import org.enlace.ledger.Decline;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.TakeInCharge;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.test.context.ActiveProfiles;

/**
 * Paraguay sends ten requests to Costa Rica and three to Brazil. Of the ten, five lack the facts and are refused, five are preserved; two guarantees end undecided.
 * The hours at which acts came are set afterwards, as if they had passed: the n-th was opened after n hours, and taken in charge after n days.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=figures")
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String CANARY = "canary-5e20";
    private static final String FORM = Papers.preservation(CANARY);
    private static final String MESSAGE = Papers.message("ask", "{\"text\":\"" + CANARY + "\"}");
    private static final List<String> TABLES = List.of("stages", "profiles", "pairs", "items", "grounds", "lapses");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Value("${enlace.database.url}")
    private String database;

    private final List<UUID> toCostaRica = new ArrayList<>();
    private OfficerSession.Signed askedInVain;

    @BeforeAll
    void aYearPasses() {
        var asuncion = as(Cast.PARAGUAY_DUTY);
        var sanJose = as(Cast.COSTA_RICA_DUTY);
        for (var number = 1; number <= 10; number++) {
            var id = sent(asuncion, Cast.Office.COSTA_RICA);
            sanJose.act(id, OfficerSession.OPEN, null);
            if (number % 2 == 0) {
                sanJose.act(id, new Ask(today().plusDays(3), List.of("P-09")), MESSAGE);
            }
            sanJose.act(id, new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), today().plusDays(3)), MESSAGE);
            sanJose.act(
                    id,
                    number % 2 == 0
                            ? new Decline("bud29.political", Decline.Manner.REFUSAL, true)
                            : new Preserve(Instant.now().truncatedTo(ChronoUnit.MILLIS), today().plusDays(61), true),
                    MESSAGE);
            toCostaRica.add(id);
        }
        for (var number = 0; number < 3; number++) {
            sent(asuncion, Cast.Office.BRAZIL);
        }
        asuncion.act(toCostaRica.get(4), new Close(Close.Outcome.NO_LONGER_NEEDED), null);
        askedInVain = asuncion.sign(Cast.Office.COSTA_RICA.id(), Urgency.ORDINARY, toCostaRica.get(0), FORM);
        asuncion.post(askedInVain).require(200);
        var draft = sent(asuncion, Cast.Office.COSTA_RICA);
        asIfTimeHadPassed(draft);
    }

    @Test
    void theSecretariatSeesMediansAndNothingUnderFive() {
        var secretariat = as(Cast.SECRETARIAT);
        assertThat(lines(secretariat, "/figures/stages.csv"))
                .contains("milestone,median_seconds,p90_seconds", "opened,19800,32760", "in_charge,475200,786240");
        assertThat(lines(secretariat, "/figures/pairs.csv"))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("PRY,CRI,Paraguay → Costa Rica,10,50,19800,32760,475200,786240,");
        assertThat(lines(secretariat, "/figures/profiles.csv").getLast())
                .as("thirteen, rounded; the three to Brazil do not follow from it")
                .startsWith("preservation/1,")
                .contains(",15,50,19800,32760,");
        assertThat(lines(secretariat, "/figures/items.csv").getLast())
                .startsWith("preservation/1,P-09,")
                .endsWith(",5");
        assertThat(lines(secretariat, "/figures/grounds.csv").getLast())
                .startsWith("bud29.political,")
                .endsWith(",refusal,5");
        assertThat(lines(secretariat, "/figures/lapses.csv")).as("two lapsed").hasSize(1);
        assertThat(secretariat.page("/figures").require(200).text()).doesNotContain("Brazil");
    }

    @Test
    void aStateSeesItsOwnWholeNumbersAndNobodyElses() {
        for (var own : List.of(as(Cast.PARAGUAY_DUTY), as(Cast.PARAGUAY_COORDINATOR))) {
            assertThat(String.join("\n", lines(own, "/figures/mine/pairs.csv")))
                    .contains("\nPRY,CRI,Paraguay → Costa Rica,10,50,", "\nPRY,BRA,Paraguay → Brasil,3,,,");
            assertThat(lines(own, "/figures/mine/stages.csv")).contains("opened,19800,32760,10");
            assertThat(lines(own, "/figures/mine/lapses.csv"))
                    .as("closed is decided; an extension that was only asked for prolongs nothing")
                    .hasSize(3)
                    .anyMatch(line -> line.startsWith("closed") && line.endsWith(",1"))
                    .anyMatch(line -> line.startsWith("undecided") && line.endsWith(",2"));
            assertThat(lines(own, "/figures/mine/pairs.csv?side=REQUESTED")).hasSize(1);
            assertThat(own.page("/figures").status()).isEqualTo(404);
            assertThat(own.page("/figures/pairs.csv").status()).isEqualTo(404);
        }
        assertThat(String.join("\n", lines(as(Cast.BRAZIL_DUTY), "/figures/mine/pairs.csv")))
                .contains("PRY,BRA,")
                .doesNotContain("CRI");
        for (var other : List.of(as(Cast.SECRETARIAT), as(Cast.OBSERVER))) {
            assertThat(other.page("/figures/mine").status()).isEqualTo(404);
        }
        assertThat(as(Cast.OBSERVER).page("/figures").status()).isEqualTo(404);
    }

    @Test
    void theCoordinatorSeesWhatRanOutUndecidedAndNobodyElseDoes() {
        var reference = jdbc.sql("select reference from exchange.request where id = :id")
                .param("id", toCostaRica.get(0))
                .query(String.class)
                .single();
        assertThat(as(Cast.PARAGUAY_COORDINATOR).page("/figures/mine?lang=en").text())
                .contains(
                        "Preservations that ran out without a decision",
                        reference,
                        "An extension was asked for and not granted",
                        "/authorities/" + Cast.Office.PARAGUAY.id())
                .doesNotContain(CANARY);
        assertThat(as(Cast.PARAGUAY_DUTY).page("/figures/mine?lang=en").text())
                .doesNotContain("Preservations that ran out", reference);
    }

    @Test
    void nobodyIsNamedAcrossStatesAndNothingSealedIsThere() {
        var secretariat = as(Cast.SECRETARIAT);
        var shown = new StringBuilder(secretariat.page("/figures").require(200).text());
        TABLES.forEach(table -> shown.append(
                secretariat.page("/figures/" + table + ".csv").require(200).text()));
        assertThat(shown).contains("Costa Rica").doesNotContain(CANARY);
        assertThat(named())
                .as("references, requests and authorities by id and by every name")
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(shown).doesNotContain(name));
    }

    @Test
    void periodsAreWholeMonthsAndEmptyOnesSaySo() {
        var secretariat = as(Cast.SECRETARIAT);
        assertThat(secretariat
                        .page("/figures?from=2020-01&to=2020-12")
                        .require(200)
                        .text())
                .contains("Fewer than five requests");
        assertThat(lines(secretariat, "/figures/pairs.csv?from=2020-01&to=2020-12"))
                .hasSize(1);
        assertThat(secretariat.page("/figures/nothing.csv").status()).isEqualTo(404);
    }

    @Test
    void thePagesAreReadOnTelephonesAndScreensInSpanishAndFrench() {
        for (var width : List.of(360, 1280)) {
            look(Cast.SECRETARIAT, Language.FR, width, "/figures", "Statistiques des échanges");
            look(Cast.PARAGUAY_DUTY, Language.ES, width, "/figures/mine", "Paraguay: nuestras cifras");
        }
    }

    private void look(Cast member, Language language, int width, String path, String title) {
        var base = "http://localhost:" + port;
        try (var visit = Acting.enter(Browsers.visit(language, width), member, language, base)) {
            var page = visit.page();
            page.navigate(base + path);
            assertThat(page.locator("h1").innerText()).isEqualTo(title);
            assertThat(page.locator(".bars").count()).isGreaterThan(3);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s at %s pixels does not scroll sideways", path, width)
                    .isEqualTo(true);
            visit.isAccessible();
            page.screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/figures-" + language.tag() + "-" + width + ".png")));
        }
    }

    /** What no page across states may contain. */
    private Set<String> named() {
        var names = new TreeSet<String>();
        names.addAll(jdbc.sql("select id::text from exchange.request union select reference from exchange.request")
                .query(String.class)
                .list());
        names.addAll(jdbc.sql("""
                        select unnest(array[id, original_name, name_en, name_es, name_fr, name_pt]) from directory.authority
                        """).query(String.class).list().stream()
                .filter(name -> name != null && !name.isBlank())
                .toList());
        return names;
    }

    private void asIfTimeHadPassed(UUID draft) {
        var address = Address.parse(database);
        var owner = JdbcClient.create(new SimpleDriverDataSource(
                new org.postgresql.Driver(), address.jdbcUrl(), address.user(), address.password()));
        for (var number = 1; number <= toCostaRica.size(); number++) {
            var id = toCostaRica.get(number - 1);
            came(owner, id, "'open'", "hours", number);
            came(owner, id, "'take-in-charge', 'preserve', 'decline'", "days", number);
        }
        owner.sql("update exchange.request set status = 'comment' where id = :id")
                .param("id", draft)
                .update();
        owner.sql("update exchange.request set sent_at = sent_at - interval '7 years' where id = :id")
                .param("id", askedInVain.request())
                .update();
        for (var id : List.of(toCostaRica.get(0), toCostaRica.get(2))) {
            jdbc.sql("update exchange.standing set guaranteed_until = :until where request = :id")
                    .param("until", OffsetDateTime.now(ZoneOffset.UTC).minusHours(1))
                    .param("id", id)
                    .update();
        }
    }

    private static void came(JdbcClient owner, UUID id, String kinds, String unit, int after) {
        owner.sql("update exchange.act a set at = r.sent_at + make_interval(" + unit
                        + " => :after) from exchange.request r"
                        + " where r.id = a.request and r.id = :id and a.kind in (" + kinds + ")")
                .param("after", after)
                .param("id", id)
                .update();
    }

    private static UUID sent(OfficerSession officer, Cast.Office to) {
        var sent = officer.sign(to.id(), Urgency.ORDINARY, null, FORM);
        officer.post(sent).require(200);
        return sent.request();
    }

    private static List<String> lines(OfficerSession session, String path) {
        return session.page(path).require(200).text().lines().toList();
    }

    private static LocalDate today() {
        return LocalDate.now(SAN_JOSE);
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }
}
