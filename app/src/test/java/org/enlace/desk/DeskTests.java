package org.enlace.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.access.LeftBehind;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.Assign;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Destroy;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.enlace.ledger.Until;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.annotation.Transactional;

/**
 * Three requests of Paraguay lie in San José: one was taken in charge by the duty officer and assigned to the deputy, one the duty officer keeps, one nobody has
 * touched.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "enlace.test=desk")
@ActiveProfiles("demo")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTests {

    private static final String FORM = Papers.preservation("canary-90d2");
    private static final String MESSAGE = Papers.message("answer");

    @LocalServerPort
    private int port;

    @Autowired
    private Desk desk;

    @Autowired
    private Accounts accounts;

    @Autowired
    private List<LeftBehind> left;

    @Autowired
    private JdbcClient jdbc;

    private OfficerSession asuncion;
    private OfficerSession sanJose;
    private OfficerSession deputy;
    private Sent assigned;
    private Sent kept;
    private Sent untouched;

    private record Sent(UUID id, String reference) {}

    @BeforeAll
    void threeRequests() {
        asuncion = as(Cast.PARAGUAY_DUTY);
        sanJose = as(Cast.COSTA_RICA_DUTY);
        deputy = as(Cast.COSTA_RICA_DEPUTY);
        assigned = send(Urgency.URGENT);
        kept = send(Urgency.ORDINARY);
        untouched = send(Urgency.URGENT);
        for (var each : List.of(assigned, kept)) {
            sanJose.act(each.id(), OfficerSession.OPEN, null);
            sanJose.act(each.id(), new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), today().plusDays(2)), MESSAGE);
        }
        sanJose.act(assigned.id(), new Assign(Cast.COSTA_RICA_DEPUTY.function()), null);
    }

    @Test
    void showsAnOfficerWhatIsInTheirHands() {
        assertThat(shown(deputy, "/desk?whose=own")).containsExactly(assigned);
        assertThat(shown(sanJose, "/desk?whose=own")).containsExactly(kept);
        assertThat(shown(asuncion, "/desk?whose=own")).containsExactlyInAnyOrder(assigned, kept, untouched);
        assertThat(shown(as(Cast.PARAGUAY_DEPUTY), "/desk?whose=own")).isEmpty();
    }

    @Test
    void showsWhatNobodyHasTakenInCharge() {
        assertThat(shown(sanJose, "/desk?whose=nobody")).containsExactly(untouched);
        assertThat(shown(sanJose, "/desk")).containsExactlyInAnyOrder(assigned, kept, untouched);
    }

    @Test
    void countsWhatWaitsForTheOfficerAndForTheAuthority() {
        var viewer = viewer(deputy);
        assertThat(desk.waiting(new DeskFilter("own", "", "", "", "", "", "", ""), viewer))
                .isEqualTo(1);
        assertThat(desk.waiting(new DeskFilter("nobody", "", "", "", "", "", "", ""), viewer))
                .isEqualTo(jdbc.sql("""
                                select count(*) from exchange.standing
                                where requested_authority = :me and turn = 'requested' and in_hand_as is null
                                """)
                        .param("me", deputy.authority())
                        .query(Integer.class)
                        .single())
                .isLessThan(desk.mine(viewer));
    }

    @Test
    void standsInTheOrderThatIsPressed() {
        var rising = Stream.of(assigned, kept, untouched)
                .sorted(Comparator.comparing(Sent::reference))
                .toList();
        assertThat(shown(sanJose, "/desk?sort=reference&section=mine")).containsExactlyElementsOf(rising);
        assertThat(shown(sanJose, "/desk?sort=-reference&section=mine")).containsExactlyElementsOf(rising.reversed());
        assertThat(shown(sanJose, "/desk?sort=arrived&section=mine")).containsExactly(assigned, kept, untouched);
        assertThat(shown(sanJose, "/desk?sort=due&section=mine"))
                .as("thirty minutes before two days")
                .startsWith(untouched);
        for (var order : List.of("kind", "-kind", "state", "-state", "-due", "-arrived", "nonsense")) {
            assertThat(shown(sanJose, "/desk?sort=" + order))
                    .as(order)
                    .containsExactlyInAnyOrder(assigned, kept, untouched);
        }
    }

    @Test
    void emergenciesComeBeforeEverythingWhateverIsDue() {
        var form = Papers.form("emergency/1", "{\"P-09\":\"canary-31f7\"}");
        var sent = asuncion.sign(
                Cast.Office.COSTA_RICA.id(),
                Urgency.URGENT,
                null,
                send -> new Send(
                        "emergency",
                        send.instrument(),
                        send.requestedState(),
                        send.requestedAuthority(),
                        send.recipientGeneration(),
                        true,
                        send.status(),
                        null,
                        "emergency/1",
                        send.conditions()),
                form);
        asuncion.post(sent).require(200);
        var row = "href=\"/requests/" + sent.request() + "\"";
        for (var order : List.of("", "due", "-arrived", "reference")) {
            assertThat(sanJose.page("/desk?lang=en&sort=" + order).require(200).text())
                    .as(order)
                    .containsSubsequence("Emergencies", row, "Yours to do", assigned.reference())
                    .containsOnlyOnce(row);
        }
        assertThat(sanJose.page("/desk?section=emergency").text()).contains(row).doesNotContain(assigned.reference());
        assertThat(sanJose.page("/desk?whose=nobody").text()).contains(row);
        assertThat(sanJose.page("/desk/calendar.ics?lang=en").text().replace("\r\n ", ""))
                .contains(sent.request().toString());
        assertThat(asuncion.page("/desk?lang=en").text())
                .as("whoever waits for it finds it among what waits for others")
                .containsSubsequence("Waiting for others", row)
                .doesNotContain("id=\"emergency\"");
        assertThat(desk.mine(viewer(sanJose)))
                .as("it is counted in the menu")
                .isEqualTo(desk.waiting(new DeskFilter("", "", "", "", "", "", "", ""), viewer(sanJose)))
                .isGreaterThan(desk.count(
                        DeskRow.Section.MINE, new DeskFilter("", "", "", "", "", "", "", ""), viewer(sanJose)));
        sanJose.act(sent.request(), OfficerSession.OPEN, null);
        var within = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(2));
        sanJose.act(
                sent.request(), new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), new Until.Moment(within)), MESSAGE);
        assertThat(desk.rows(DeskRow.Section.EMERGENCY, filter("emergency", ""), viewer(sanJose)))
                .as("also in charge, until it is answered; and an hour that was promised is when it is due")
                .filteredOn(each -> each.id().equals(sent.request()))
                .extracting(DeskRow::due, DeskRow::toDo)
                .containsExactly(tuple(within, "do"));
        assertThat(sanJose.page("/desk?lang=en&section=emergency").text()).contains("Execute the request");
        assertThat(asuncion.page("/requests/" + sent.request() + "?lang=fr").text())
                .as("the marking is said once, above what it means")
                .contains("<p>au sein de l’autorité");
        assertThat(sanJose.page("/requests/" + sent.request() + "?lang=en").text())
                .as("a period says what it rests on, and what of it nobody compared")
                .containsSubsequence(
                        "id=\"deadlines\"",
                        "A target of this platform: Art. 25(3), 35 sets the duty, but no period.",
                        "unverified\">not verified</span> Model: Article 10 of Regulation (EU) 2023/1543, which binds");
        asuncion.act(sent.request(), Coded.Plain.ASK_DESTRUCTION, null);
        sanJose.act(sent.request(), new Destroy(true), null);
    }

    @Test
    void keepsTheFilterWhenTheOrderChangesAndTheOrderWhenTheFilterDoes() {
        var page =
                sanJose.page("/desk?lang=en&state=PRY&whose=own&sort=reference").require(200);
        assertThat(page.text())
                .contains(
                        "aria-sort=\"ascending\"><a id=\"mine-by-reference\" href=\"/desk?whose=own&amp;state=PRY&amp;sort=-reference\"")
                .contains("<option value=\"reference\" selected>")
                .contains("<input type=\"hidden\" name=\"whose\" value=\"own\">")
                .contains("/desk/calendar.ics?whose=own&amp;state=PRY&amp;sort=reference\"")
                .contains("/desk?state=PRY&amp;sort=reference\"");
    }

    @Test
    void saysByWhenInThePlaceOfTheDutyAndOnTheReadersClock() {
        assertThat(asuncion.page("/desk?lang=en&reference=" + untouched.reference())
                        .text())
                .containsPattern("Costa Rica</time> <span class=\"yours\">[^<]*Asunción \\(your time\\)");
    }

    @Test
    void putsIntoTheCalendarWhatIsFilteredAndTwoTimesWithoutThePlaceOfTheOtherSide() {
        var file = deputy.page("/desk/calendar.ics?whose=own&lang=en")
                .require(200)
                .text()
                .replace("\r\n ", "");
        assertThat(file).contains(assigned.reference()).doesNotContain(kept.reference(), untouched.reference());
        assertThat(asuncion.page("/desk/calendar.ics?lang=en")
                        .require(200)
                        .text()
                        .replace("\r\n ", ""))
                .containsPattern("DESCRIPTION:Due [^\\r]* Asunción \\([^\\r]* UTC\\)\\r\\n")
                .doesNotContain("Costa Rica");
    }

    @Test
    @Transactional
    void isReadPageByPageWhereThereIsMuch() {
        var viewer = viewer(sanJose);
        var before = desk.count(DeskRow.Section.QUIET, filter("quiet", ""), viewer);
        copies(Desk.PAGE * 2);
        assertThat(desk.count(DeskRow.Section.QUIET, filter("quiet", ""), viewer))
                .isEqualTo(before + Desk.PAGE * 2);
        var pages = Stream.of("", "2")
                .flatMap(page -> desk.rows(DeskRow.Section.QUIET, filter("quiet", page), viewer).stream())
                .map(DeskRow::reference)
                .toList();
        assertThat(pages).hasSize(Desk.PAGE * 2).doesNotHaveDuplicates();
        copies(Desk.COUNTED);
        assertThat(desk.count(DeskRow.Section.QUIET, filter("quiet", ""), viewer))
                .isEqualTo(Desk.COUNTED + 1);
    }

    @Test
    @Transactional
    void knowsFromTheActsInWhoseHandsOlderRequestsAre() throws IOException {
        var filled = Arrays.stream(new ClassPathResource("db/migration/exchange/V9__in_whose_hands.sql")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .split(";"))
                .filter(statement -> statement.contains("set in_hand_of"))
                .findFirst()
                .orElseThrow();
        jdbc.sql("update exchange.standing set in_hand_of = null, in_hand_as = null")
                .update();
        jdbc.sql(filled).update();
        var rows = desk.rows(DeskRow.Section.MINE, new DeskFilter("own", "", "", "", "", "", "", ""), viewer(deputy));
        assertThat(rows).extracting(DeskRow::id).containsExactly(assigned.id());
        assertThat(desk.rows(DeskRow.Section.MINE, new DeskFilter("own", "", "", "", "", "", "", ""), viewer(sanJose)))
                .extracting(DeskRow::id)
                .containsExactly(kept.id());
    }

    @Test
    void isWhatALeaverLeavesBehind() {
        assertThat(leftBy(deputy)).isEqualTo(1);
        assertThat(leftBy(sanJose)).isEqualTo(1);
    }

    private int leftBy(OfficerSession officer) {
        var person = accounts.find(officer.officer().account()).orElseThrow();
        return left.stream()
                .filter(each -> each.sentence().equals("left.requests"))
                .mapToInt(each -> each.count().applyAsInt(person))
                .sum();
    }

    private void copies(int many) {
        jdbc.sql("""
                        with made as (
                            insert into exchange.request
                            select gen_random_uuid(), r.reference || '-' || :many || '-' || n, r.requesting_authority, r.requesting_state, r.requesting_zone,
                                   r.requested_authority, r.requested_state, r.requested_zone, r.measure, r.instrument, r.urgent, r.form, r.earlier, r.sent_at, r.status
                            from exchange.request r, generate_series(1, :many) n where r.id = :id returning id)
                        insert into exchange.standing
                        select made.id, 'closed', null, null, null, null, false, 'close', s.last_at, s.requesting_authority, s.requested_authority, s.requested_zone,
                               s.sent_by, s.in_hand_of, s.in_hand_as, false, s.rules
                        from made, exchange.standing s where s.request = :id
                        """).param("id", kept.id()).param("many", many).update();
    }

    /** Which of the three a page shows, in its order; others' requests may be there as well. */
    private List<Sent> shown(OfficerSession officer, String path) {
        var html = officer.page(path).require(200).text();
        return Stream.of(assigned, kept, untouched)
                .filter(each -> html.contains("/requests/" + each.id()))
                .sorted(Comparator.comparingInt(each -> html.indexOf("/requests/" + each.id())))
                .toList();
    }

    private static DeskFilter filter(String section, String page) {
        return new DeskFilter("", "", "", "", "", "", section, page);
    }

    private Viewer viewer(OfficerSession officer) {
        return accounts.find(officer.officer().account()).orElseThrow().viewer();
    }

    private Sent send(Urgency urgency) {
        var sent = asuncion.sign(Cast.Office.COSTA_RICA.id(), urgency, null, FORM);
        return new Sent(
                sent.request(),
                asuncion.post(sent).require(200).json().get("reference").asString());
    }

    private OfficerSession as(Cast member) {
        return OfficerSession.signIn("http://localhost:" + port, member);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
