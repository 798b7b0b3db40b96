package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.demo.OfficerSession.Urgency;
import org.enlace.demo.Papers;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.Decline;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.LetLapse;
import org.enlace.ledger.Preserve;
import org.enlace.ledger.Receive;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.enlace.ledger.TakeInCharge;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** While Costa Rica preserves data for Paraguay it finds that a provider in Brazil took part (Budapest Art. 30): what it discloses, what it withholds, and whom Paraguay may ask then. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DisclosedOverHttpTests {

    private static final ZoneId SAN_JOSE = ZoneId.of("America/Costa_Rica");
    private static final String COSTA_RICA = Cast.Office.COSTA_RICA.id();
    private static final String BRAZIL = Cast.Office.BRAZIL.id();
    private static final String FORM = Papers.preservation("41 charges");
    private static final String MESSAGE = Papers.message("result");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Outstanding outstanding;

    private OfficerSession asuncion;
    private OfficerSession sanJose;

    @BeforeEach
    void signIn() {
        asuncion = OfficerSession.signIn("http://localhost:" + port, Cast.PARAGUAY_DUTY);
        sanJose = OfficerSession.signIn("http://localhost:" + port, Cast.COSTA_RICA_DUTY);
    }

    @Nested
    class WhatIsDisclosed {

        @Test
        void leavesTheDataPreservedAndTheWatchRunning() {
            var id = preserved();
            var first = disclose(id, false, Conditions.Leave.FREE);
            assertThat(column(id, "stage")).isEqualTo("preserved");
            assertThat(column(id, "task")).isEqualTo("receive");
            assertThat(due(id)).as("of use as long as the data are there").isBefore(guaranteedUntil(id));
            assertThat(isWatched(id)).isTrue();
            assertThat(asuncion.page("/desk").text()).contains("/requests/" + id);

            asuncion.act(id, new Receive(first, under(Conditions.Leave.FREE)), null);
            assertThat(column(id, "stage")).isEqualTo("preserved");
            assertThat(column(id, "task")).isNull();
            assertThat(isWatched(id)).isTrue();

            var last = disclose(id, true, Conditions.Leave.FREE);
            asuncion.act(id, new Receive(last, under(Conditions.Leave.FREE)), null);
            assertThat(column(id, "stage"))
                    .as("that nothing more will be disclosed ends nothing")
                    .isEqualTo("preserved");
            asuncion.post(asuncion.sign(COSTA_RICA, Urgency.ORDINARY, id, FORM)).require(200);
            assertThat(isWatched(id)).as("asked is not granted").isTrue();
            asuncion.act(id, new LetLapse("obtained"), null);
            assertThat(refused(sanJose, id, new Result(true, under(Conditions.Leave.FREE)), MESSAGE))
                    .isEqualTo("LAPSED");
        }

        @Test
        void isGivenOnceTheDataAreSafeAndNotInstead() {
            var id = inCharge();
            assertThat(refused(sanJose, id, new Result(false, under(Conditions.Leave.FREE)), MESSAGE))
                    .isEqualTo("NOT_PRESERVED");
            preserve(id);
            assertThat(refused(asuncion, id, new Result(false, under(Conditions.Leave.FREE)), MESSAGE))
                    .isEqualTo("NOT_YOUR_ACT");
            disclose(id, false, Conditions.Leave.FREE);
        }

        @Test
        void isReadByNobodyBeforeItsConditionsAreAccepted() {
            var id = preserved();
            var act = disclose(id, false, Conditions.Leave.FREE);
            var document = asuncion.acts(id).stream()
                    .map(jws -> (org.enlace.ledger.Act) org.enlace.ledger.Signed.of(jws))
                    .filter(each -> each.act().equals(act))
                    .findFirst()
                    .orElseThrow()
                    .content()
                    .getFirst()
                    .document();
            assertThat(asuncion.get("/documents/" + document).status()).isEqualTo(404);
            asuncion.act(id, new Receive(act, under(Conditions.Leave.FREE)), null);
            assertThat(asuncion.open(id, document)).asString().isEqualTo(MESSAGE);
        }
    }

    @Nested
    class WhatIsWithheld {

        @Test
        void isSoOnTheTwoGroundsOfArticle30AndTheDataStayPreserved() {
            var id = preserved();
            for (var ground : new String[] {"bud29.political", "bud29.essential_interests"}) {
                assertThat(refused(sanJose, id, withheld(ground), MESSAGE)).isEqualTo("GROUND_NOT_GIVEN");
            }
            assertThat(refused(sanJose, id, withheld("bud30.because"), MESSAGE)).isEqualTo("UNKNOWN_GROUND");
            assertThat(refused(sanJose, id, new Decline("bud30.political", Decline.Manner.REFUSAL, true), MESSAGE))
                    .as("what is preserved is not refused as a whole")
                    .isEqualTo("ALREADY_PRESERVED");
            sanJose.act(id, withheld("bud30.political"), MESSAGE);
            sanJose.act(id, withheld("bud30.essential_interests"), MESSAGE);
            assertThat(column(id, "stage")).isEqualTo("preserved");
            assertThat(column(id, "task")).isNull();
            assertThat(isWatched(id)).isTrue();
            assertThat(asuncion.page("/requests/" + id).require(200).text())
                    .contains("data-what=\"withhold\"", "30(2)", "delito político");
        }

        @Test
        void isNoGroundAgainstPreserving() {
            var id = inCharge();
            for (var whole : new boolean[] {true, false}) {
                assertThat(refused(sanJose, id, new Decline("bud30.political", Decline.Manner.REFUSAL, whole), MESSAGE))
                        .isEqualTo("GROUND_NOT_GIVEN");
            }
            assertThat(refused(sanJose, id, new Decline("bud29.political", Decline.Manner.REFUSAL, false), MESSAGE))
                    .as("a part of the data is preserved, not refused")
                    .isEqualTo("GROUND_NOT_GIVEN");
            sanJose.act(id, new Decline("bud29.political", Decline.Manner.REFUSAL, true), MESSAGE);
            assertThat(column(id, "stage")).isEqualTo("declined");
        }
    }

    @Nested
    class TheThirdState {

        @Test
        void isAskedOnceWhatLeadsThereWasReceived() {
            var id = preserved();
            assertThat(barred(id, "BRA")).isEqualTo("NOT_TO_THIRD_STATE");
            var act = disclose(id, true, Conditions.Leave.FREE);
            assertThat(barred(id, "BRA")).as("not opened yet").isEqualTo("NOT_TO_THIRD_STATE");
            asuncion.act(id, new Receive(act, under(Conditions.Leave.FREE)), null);

            assertThat(newRequest(id, "BRA").require(200).text())
                    .contains(
                            "state=\"BRA\"",
                            "value=\"" + BRAZIL + "\"",
                            "earlier=\"" + id + "\"",
                            "earlier-state=\"CRI\"",
                            "measure=\"preservation\"",
                            "status=\"follow-up\"");
            assertThat(newRequest(id, "CRI").require(200).text())
                    .as("the same state is followed up as ever")
                    .contains("state=\"CRI\"")
                    .doesNotContain("measure=\"preservation\"");
            assertThat(newRequest(id, "XXX").status()).isEqualTo(404);
            assertThat(OfficerSession.signIn("http://localhost:" + port, Cast.BRAZIL_DUTY)
                            .get("/requests/new?follows=" + id + "&to=CRI")
                            .code())
                    .isEqualTo("NOT_FOLLOWABLE");

            var asked = followUp(id);
            assertThat(asuncion.post(asked).status()).isEqualTo(200);
            assertThat(isWatched(id))
                    .as("what Brazil preserves keeps nothing in Costa Rica")
                    .isTrue();
            assertThat(asuncion.page("/requests/" + id).text()).contains("/requests/" + asked.request());
            assertThat(sanJose.page("/requests/" + id).text())
                    .doesNotContain(asked.request().toString());
            assertThat(sanJose.get("/requests/" + asked.request()).status()).isEqualTo(404);
        }

        @Test
        void thatBindsItselfToNoTreatyHereIsShownWithItsChannels() {
            var id = preserved();
            var act = disclose(id, true, Conditions.Leave.FREE);
            asuncion.act(id, new Receive(act, under(Conditions.Leave.FREE)), null);
            assertThat(newRequest(id, "VEN").require(200).text())
                    .contains("/ask?from=PRY&amp;to=VEN&amp;measure=preservation")
                    .doesNotContain("<enlace-new-request");
        }

        @Test
        void isAskedAfterLeaveWhereTheConditionsWantIt() {
            var id = preserved();
            var act = disclose(id, true, Conditions.Leave.ASK);
            asuncion.act(id, new Receive(act, under(Conditions.Leave.ASK)), null);
            assertThat(barred(id, "BRA")).isEqualTo("NOT_TO_THIRD_STATE");
            assertThat(asuncion.post(followUp(id)).code()).isEqualTo("FORBIDDEN_BY_CONDITIONS");

            var asked = asuncion.act(id, new AskUse(act, AskUse.Use.OTHER_AUTHORITY, in(5)), Papers.message("ask-use"));
            assertThat(column(id, "task")).isEqualTo("grant-use");
            sanJose.act(
                    id,
                    new GrantUse(UUID.fromString(asked.get("act").asString()), GrantUse.Decision.GRANTED, null),
                    null);
            assertThat(column(id, "stage")).isEqualTo("preserved");
            newRequest(id, "BRA").require(200);
            asuncion.post(followUp(id)).require(200);
        }

        private OfficerSession.Reply newRequest(UUID earlier, String state) {
            return asuncion.page("/requests/new?follows=" + earlier + "&to=" + state);
        }

        private String barred(UUID earlier, String state) {
            return asuncion.get("/requests/new?follows=" + earlier + "&to=" + state)
                    .code();
        }

        private OfficerSession.Signed followUp(UUID earlier) {
            return asuncion.sign(
                    BRAZIL,
                    Urgency.ORDINARY,
                    null,
                    send -> new Send(
                            send.measure(),
                            send.instrument(),
                            send.requestedState(),
                            send.requestedAuthority(),
                            send.recipientGeneration(),
                            false,
                            Send.Status.FOLLOW_UP,
                            earlier,
                            send.form(),
                            send.conditions()),
                    FORM);
        }
    }

    private UUID disclose(UUID id, boolean complete, Conditions.Leave onward) {
        var answered =
                sanJose.act(id, new Result(complete, under(onward)), MESSAGE, "path".getBytes(StandardCharsets.UTF_8));
        return UUID.fromString(answered.get("act").asString());
    }

    private static Decline withheld(String ground) {
        return new Decline(ground, Decline.Manner.REFUSAL, false);
    }

    private UUID preserved() {
        var id = inCharge();
        preserve(id);
        return id;
    }

    private void preserve(UUID id) {
        var from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        sanJose.act(
                id,
                new Preserve(from, from.atZone(SAN_JOSE).toLocalDate().plusDays(60), true),
                Papers.message("preserve"));
    }

    private UUID inCharge() {
        var sent = asuncion.sign(COSTA_RICA, Urgency.ORDINARY, null, FORM);
        asuncion.post(sent).require(200);
        sanJose.act(sent.request(), OfficerSession.OPEN, null);
        sanJose.act(
                sent.request(),
                new TakeInCharge(Cast.COSTA_RICA_DUTY.function(), in(1)),
                Papers.message("take-in-charge"));
        return sent.request();
    }

    private static Conditions under(Conditions.Leave onward) {
        return new Conditions(
                Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, onward, Conditions.Leave.FREE);
    }

    private static LocalDate in(int days) {
        return LocalDate.now(SAN_JOSE).plusDays(days);
    }

    private boolean isWatched(UUID id) {
        return outstanding.undecided(Duration.ofDays(365)).stream()
                .anyMatch(guarantee -> guarantee.item().request().equals(id));
    }

    private @Nullable String column(UUID id, String column) {
        return jdbc.sql("select " + column + " from exchange.standing where request = :id")
                .param("id", id)
                .query((row, index) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private Instant due(UUID id) {
        return moment(id, "due");
    }

    private Instant guaranteedUntil(UUID id) {
        return moment(id, "guaranteed_until");
    }

    private Instant moment(UUID id, String column) {
        return jdbc.sql("select " + column + " from exchange.standing where request = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static String refused(OfficerSession officer, UUID id, Coded coded, @Nullable String message) {
        var reply = officer.post(officer.sign(id, coded, message));
        assertThat(reply.status()).isBetween(409, 422);
        return reply.code();
    }
}
