package org.enlace.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.ledger.Act;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Json;
import org.enlace.ledger.Transfer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sequences of {@code docs/protocols/vectors/states.json}, which any other program may test itself against. */
class StandingTests {

    private static final JsonNode VECTORS = read();
    private static final ZoneId ZONE = ZoneId.of(VECTORS.get("requestedZone").asString());
    private static final UUID REQUEST = UUID.fromString("0195a0b0-0000-7000-8000-000000000001");

    @TestFactory
    Stream<DynamicTest> actsGiveTheStageAndTheTurn() {
        return VECTORS.get("cases")
                .valueStream()
                .map(each -> DynamicTest.dynamicTest(each.get("name").asString(), () -> gives(each)));
    }

    @TestFactory
    Stream<DynamicTest> whatDoesNotFitIsRefused() {
        return VECTORS.get("refused")
                .valueStream()
                .map(each -> DynamicTest.dynamicTest(each.get("name").asString(), () -> refuses(each)));
    }

    private void gives(JsonNode each) {
        var request = request(
                each,
                new Continuation(
                        each.path("asked").asBoolean(false),
                        each.path("extended").asBoolean(false),
                        false));
        var now = Instant.parse(each.get("now").asString());
        var gives = each.get("gives");

        var standing = request.standing();
        assertThat(standing.stage().code()).isEqualTo(gives.get("stage").asString());
        assertThat(standing.isLapsed(ZONE, now)).isEqualTo(gives.get("lapsed").asBoolean());
        var target = minutes(request.sending().urgent() ? "urgentMinutes" : "ordinaryMinutes");
        var warnBefore =
                java.time.Duration.ofDays(VECTORS.at("/targets/warnDays").asInt());
        var ends = new Turn.Ends(
                standing.since().plus(target),
                null,
                Enquiry.open(request)
                        .map(fact -> fact.at().plus(minutes("progressMinutes")))
                        .orElse(null),
                Map.of());
        assertThat(Turn.of(request, ends, warnBefore, now)).isEqualTo(turn(gives.get("turn")));
    }

    private void refuses(JsonNode each) {
        var request = request(each, Continuation.NONE);
        var next = each.get("next");
        var act = act(
                next,
                next.get("kind").asString().equals("send")
                        ? null
                        : request.last().digest(),
                request.requested());
        var at = Instant.parse(next.get("at").asString());
        var side = side(next);

        var refused = catchThrowableOfType(Refused.class, () -> request.require(act, side, at));
        assertThat(refused).isNotNull();
        assertThat(refused.refusal().name()).isEqualTo(each.get("refused").asString());
    }

    private static @Nullable Turn turn(JsonNode turn) {
        if (turn.isNull()) {
            return null;
        }
        var due = turn.get("due");
        return new Turn(
                Side.valueOf(constant(turn.get("side"))),
                Turn.Task.valueOf(constant(turn.get("task"))),
                due.isNull() ? null : Instant.parse(due.asString()));
    }

    private static Request request(JsonNode sequence, Continuation continuation) {
        List<Fact> facts = new ArrayList<>();
        List<Request.Party> holders = new ArrayList<>(List.of(party("cri-mp-udc", "CRI", ZONE)));
        var admitted = admitted(sequence.path("admits"));
        for (var each : sequence.get("acts")) {
            var act = act(each, facts.isEmpty() ? null : facts.getLast().digest(), holders.getLast());
            var fact = new Fact(
                    act,
                    Hash.sha256(act.payload()),
                    Instant.parse(each.get("at").asString()));
            if (!facts.isEmpty()) {
                // The sequence itself keeps the rules.
                request(holders, facts, admitted, Continuation.NONE).require(act, side(each), fact.at());
            }
            facts.add(fact);
            if (act.coded() instanceof Transfer transfer) {
                holders.add(party(transfer.to(), "CRI", ZONE));
            }
        }
        return request(holders, facts, admitted, continuation);
    }

    private static Request request(
            List<Request.Party> holders, List<Fact> facts, Set<Kind> admitted, Continuation continuation) {
        var requesting = party("pry-mp-uedi", "PRY", ZoneId.of("America/Asuncion"));
        return new Request(REQUEST, "PRY-2026-0001", requesting, holders, facts, admitted, continuation);
    }

    private static Request.Party party(String authority, String state, ZoneId zone) {
        return new Request.Party(authority, new StateCode(state), zone);
    }

    /** What the form of the request provides for; every act where a vector does not say. */
    private static Set<Kind> admitted(JsonNode codes) {
        return codes.isMissingNode()
                ? EnumSet.allOf(Kind.class)
                : codes.valueStream().map(code -> Kind.of(code.asString())).collect(Collectors.toSet());
    }

    /** The side of the kind; where both may, the one that the vector names. */
    private static Side side(JsonNode act) {
        var named = act.path("by").asString("");
        var kind = Kind.of(act.get("kind").asString());
        return named.isEmpty()
                ? (kind.isBy(Side.REQUESTING) ? Side.REQUESTING : Side.REQUESTED)
                : Side.valueOf(constant(act.get("by")));
    }

    private static Act act(JsonNode each, @Nullable Hash previous, Request.Party requested) {
        var coded = Coded.read(
                each.get("kind").asString(),
                Json.parse(each.get("coded").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), 4096));
        return new Act(
                REQUEST,
                each.has("act") ? UUID.fromString(each.get("act").asString()) : UUID.randomUUID(),
                side(each) == Side.REQUESTING ? "pry-mp-uedi" : requested.authority(),
                UUID.randomUUID(),
                List.of(),
                coded,
                previous,
                Instant.parse(each.get("at").asString()));
    }

    private static java.time.Duration minutes(String name) {
        return java.time.Duration.ofMinutes(VECTORS.get("targets").get(name).asInt());
    }

    private static String constant(JsonNode code) {
        return code.asString().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("../docs/protocols/vectors/states.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
