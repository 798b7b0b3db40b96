package org.enlace.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescriptionTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path VECTOR = Path.of("../docs/protocols/vectors/case.json");

    @Test
    void describesFilesAsBrowsersDo() throws IOException {
        var vector = JSON.readTree(Files.readAllBytes(VECTOR));
        var said = vector.get("given");
        var given = new Description.Given(
                UUID.fromString(said.get("request").asString()),
                said.get("reference").asString(),
                JSON.treeToValue(said.get("from"), Description.Party.class),
                JSON.treeToValue(said.get("to"), Description.Party.class),
                said.get("marking").asString(),
                said.get("terms").asString(),
                said.get("files").valueStream().map(DescriptionTests::named).toList(),
                Instant.parse(said.get("at").asString()));
        assertThat(JSON.<JsonNode>valueToTree(Description.of(given, counting())))
                .isEqualTo(vector.get("document"));
    }

    private static Named named(JsonNode file) {
        return JSON.treeToValue(file, Named.class);
    }

    private static Supplier<UUID> counting() {
        var number = new AtomicLong();
        return () -> new UUID(0x4000L, 0x8000_0000_0000_0000L + number.incrementAndGet());
    }
}
