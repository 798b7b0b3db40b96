package org.enlace.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.enlace.ledger.Act;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Coded;
import org.enlace.ledger.Conditions;
import org.enlace.ledger.GrantUse;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Open;
import org.enlace.ledger.Result;
import org.enlace.ledger.Send;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UnderTests {

    private static final Path VECTORS = Path.of("../docs/protocols/vectors/bars.json");
    private static final Conditions FREE = new Conditions(
            Conditions.Tlp.AMBER, null, Conditions.Purpose.PROCEEDINGS, Conditions.Leave.ASK, Conditions.Leave.FREE);
    private static final Conditions RED = new Conditions(
            Conditions.Tlp.RED, null, Conditions.Purpose.PROCEEDINGS, Conditions.Leave.ASK, Conditions.Leave.FREE);

    @Test
    void barsWhatBrowsersBar() throws IOException {
        for (var each :
                JsonMapper.shared().readTree(Files.readAllBytes(VECTORS)).get("bars")) {
            var granted = each.get("granted")
                    .valueStream()
                    .map(use -> one(AskUse.Use.values(), AskUse.Use::code, use))
                    .collect(Collectors.toSet());
            var under = new Under(conditions(each.get("conditions")), Set.copyOf(granted));
            assertThat(codes(under.barsKeeping())).as("%s", each).isEqualTo(texts(each.get("keeping")));
            assertThat(codes(under.barsHandingOver())).as("%s", each).isEqualTo(texts(each.get("handingOver")));
        }
    }

    @Test
    void eachActStandsUnderItsOwnConditionsOrThoseOfTheRequestAndNobodyUnderTheirOwn() {
        var send = new Send(
                "preservation", null, "CRI", "cri-sample", 1, false, Send.Status.NEW, null, "preservation/1", FREE);
        var sent = act("pry-sample", send, null);
        var opened = act("cri-sample", new Open(FREE), sent);
        var red = act("cri-sample", new Result(true, RED), opened);
        var other = act("cri-sample", new Result(true, RED), red);
        var asked = act("pry-sample", new AskUse(red.act(), AskUse.Use.COURT, LocalDate.of(2026, 12, 1)), other);
        var alsoAsked = act("pry-sample", new AskUse(other.act(), AskUse.Use.COURT, LocalDate.of(2026, 12, 1)), asked);
        var granted = act("cri-sample", new GrantUse(asked.act(), GrantUse.Decision.CONDITIONS, null), alsoAsked);
        var refused = act("cri-sample", new GrantUse(alsoAsked.act(), GrantUse.Decision.REFUSED, null), granted);
        var acts = List.of(sent, opened, red, other, asked, alsoAsked, granted, refused);

        var asking = Under.which(acts, "pry-sample");
        assertThat(asking).doesNotContainKeys(sent.act(), asked.act());
        assertThat(asking.get(red.act())).isEqualTo(new Under(RED, Set.of(AskUse.Use.COURT)));
        assertThat(asking.get(other.act())).isEqualTo(new Under(RED, Set.of()));
        assertThat(Under.which(acts, "cri-sample")).containsOnlyKeys(sent.act(), asked.act(), alsoAsked.act());
    }

    private static Act act(String authority, Coded coded, @Nullable Act before) {
        return new Act(
                new UUID(0, 1),
                UUID.randomUUID(),
                authority,
                new UUID(0, 2),
                List.of(),
                coded,
                before == null ? null : Hash.of(new byte[32]),
                Instant.EPOCH);
    }

    private static Conditions conditions(JsonNode said) {
        return new Conditions(
                one(Conditions.Tlp.values(), Conditions.Tlp::code, said.get("tlp")),
                said.get("handling").isNull()
                        ? null
                        : one(Conditions.Handling.values(), Conditions.Handling::code, said.get("handling")),
                one(Conditions.Purpose.values(), Conditions.Purpose::code, said.get("purpose")),
                one(Conditions.Leave.values(), Conditions.Leave::code, said.get("onward")),
                one(Conditions.Leave.values(), Conditions.Leave::code, said.get("court")));
    }

    private static <E> E one(E[] all, Function<E, String> code, JsonNode said) {
        return Arrays.stream(all)
                .filter(each -> code.apply(each).equals(said.asString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(List<Bar> bars) {
        return bars.stream().map(Bar::code).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
