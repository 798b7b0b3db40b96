package org.enlace.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an officer takes along to work without the platform. Nothing in it opens anything by itself: keys are locked as they are on the server, and the directory is sealed
 * to the officer.
 *
 * @param function as the directory of officers has it
 * @param state ISO 3166 alpha-3
 * @param locks the officer key, once for each way to unlock it that works without a browser
 * @param copies the authority's key, each generation sealed to the officer
 * @param memory what the officer's browser remembers of the log, sealed to the officer; base64, or null where there is none
 * @param directory sealed to the officer; base64
 */
record Kit(
        int v,
        String kind,
        Instant made,
        UUID account,
        String function,
        String language,
        String state,
        String authority,
        List<LockedKey> locks,
        List<Copy> copies,
        @Nullable String memory,
        String directory) {

    static final String KIND = "enlace-kit";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long LONGEST = 64L << 20;

    /**
     * @param way {@code passphrase}, {@code paper}, or {@code demo}
     * @param sealed base64
     * @param identity what opens a lock of the demo, which is no secret; null for the others
     */
    record LockedKey(String way, String sealed, @Nullable String identity) {
        byte[] bytes() {
            return Base64.getDecoder().decode(sealed);
        }
    }

    /** @param sealed base64 */
    record Copy(int generation, String sealed) {
        byte[] bytes() {
            return Base64.getDecoder().decode(sealed);
        }
    }

    static Kit read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new Trouble("kit.unreadable", file);
            }
            var kit = JSON.readValue(Files.readAllBytes(file), Kit.class);
            if (!KIND.equals(kit.kind())) {
                throw new Trouble("kit.unreadable", file);
            }
            if (kit.v() != 1) {
                throw new Trouble("kit.later", file);
            }
            return kit;
        } catch (IOException | JacksonException | NullPointerException unreadable) {
            throw new Trouble("kit.unreadable", file);
        }
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    Optional<LockedKey> lock(String way) {
        return locks.stream().filter(lock -> lock.way().equals(way)).findFirst();
    }
}
