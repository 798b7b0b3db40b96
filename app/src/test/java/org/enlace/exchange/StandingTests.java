package org.enlace.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.ledger.Act;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Json;
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

    private final Targets targets = new Targets(
            minutes("urgentMinutes"),
            minutes("ordinaryMinutes"),
            java.time.Duration.ofDays(VECTORS.at("/targets/warnDays").asInt()));

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
        var request = request(each.get("acts"), each.path("extended").asBoolean(false));
        var now = Instant.parse(each.get("now").asString());
        var gives = each.get("gives");

        var standing = request.standing();
        assertThat(standing.stage().code()).isEqualTo(gives.get("stage").asString());
        assertThat(standing.isLapsed(ZONE, now)).isEqualTo(gives.get("lapsed").asBoolean());
        assertThat(request.turn(targets, now)).isEqualTo(turn(gives.get("turn")));
    }

    private void refuses(JsonNode each) {
        var request = request(each.get("acts"), false);
        var next = each.get("next");
        var act = act(
                next,
                next.get("kind").asString().equals("send")
                        ? null
                        : request.last().digest());
        var at = Instant.parse(next.get("at").asString());
        var side = Kind.of(act).side();

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

    private static Request request(JsonNode acts, boolean extended) {
        List<Fact> facts = new ArrayList<>();
        for (var each : acts) {
            var act = act(each, facts.isEmpty() ? null : facts.getLast().digest());
            var fact = new Fact(
                    act,
                    Hash.sha256(act.payload()),
                    Instant.parse(each.get("at").asString()));
            if (!facts.isEmpty()) {
                // The sequence itself keeps the rules.
                request(facts, false).require(act, fact.kind().side(), fact.at());
            }
            facts.add(fact);
        }
        return request(facts, extended);
    }

    private static Request request(List<Fact> facts, boolean extended) {
        var requesting = new Request.Party("pry-mp-uedi", new StateCode("PRY"), ZoneId.of("America/Asuncion"));
        var requested = new Request.Party("cri-mp-udc", new StateCode("CRI"), ZONE);
        return new Request(REQUEST, "PRY-2026-0001", requesting, requested, facts, extended ? UUID.randomUUID() : null);
    }

    private static Act act(JsonNode each, @Nullable Hash previous) {
        var coded = Coded.read(
                each.get("kind").asString(),
                Json.parse(each.get("coded").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), 4096));
        return new Act(
                REQUEST,
                UUID.randomUUID(),
                "an-authority",
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
