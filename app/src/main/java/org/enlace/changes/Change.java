package org.enlace.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a fact was and what it shall be.
 *
 * @param before the fact when the change was proposed, or null when there was none
 * @param after what it shall be, or null when it shall no longer be
 * @param due by when it is to be settled, for what was only reported orally; or null
 * @param decision null while it waits
 */
public record Change(
        UUID id,
        String kind,
        String subject,
        StateCode state,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        Grounds grounds,
        @Nullable LocalDate due,
        Person by,
        Instant at,
        @Nullable Decision decision) {

    /** How we came to know. */
    public enum Way {
        /** The state's coordinator entered it here. */
        ONLINE,
        /** The depositary said so. */
        DEPOSITARY,
        /** A note of the state, on paper, written off by the secretariat. */
        NOTE_VERBALE,
        /** Said in a meeting; the paper is still to come. */
        ORAL,
        /** Another public source was read. */
        PUBLIC_SOURCE,
        /** A former change was wrong. */
        UNDO
    }

    /**
     * What a change rests on.
     *
     * @param source what was read or heard: "C.N.123.2009.TREATIES-5", "Second session, 7 October 2009"
     * @param address where it can be read; may be empty
     * @param note for whoever decides; may be empty
     */
    public record Grounds(Way way, String source, String address, String note) {}

    /** Who did it, as they were called then. */
    public record Person(UUID account, String name) {
        static Person of(Viewer viewer) {
            return new Person(viewer.requireAccount(), viewer.name());
        }
    }

    public enum Verdict {
        APPROVED,
        REFUSED,
        /** Taken back by whoever proposed it. */
        WITHDRAWN
    }

    /** @param reason why it was refused or taken back; empty for an approval */
    public record Decision(Verdict verdict, Person by, String reason, Instant at) {}

    /** The fact that it is about: as it shall be, or as it was when it shall no longer be. */
    public JsonNode fact() {
        return Objects.requireNonNull(after == null ? before : after, "a change from nothing to nothing");
    }

    /** Who decided and when, of a change that holds or was turned down. */
    public Decision requireDecision() {
        return Objects.requireNonNull(decision, "not decided");
    }

    public boolean isWaiting() {
        return decision == null;
    }

    public boolean isBy(Viewer viewer) {
        return by.account().equals(viewer.account());
    }

    Optional<Verdict> verdict() {
        return Optional.ofNullable(decision).map(Decision::verdict);
    }
}
