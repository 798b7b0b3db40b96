package org.enlace.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An authority gives up what it keeps of requests that are over: the word of the second of the two officers it takes ({@code exchange.md}, "Releases").
 *
 * @param release the id of the proposal that is approved
 * @param account who approves
 * @param proposer who proposed it, somebody else
 * @param requests those whose keys and sealed content the authority no longer keeps, each once, at most 200
 * @param time the author's clock, UTC, whole milliseconds
 */
public record Release(
        UUID release, String authority, UUID account, UUID proposer, Ground ground, List<UUID> requests, Instant time)
        implements Signed {
    public static final String TYPE = "enlace-release+jws";
    public static final int MOST = 200;

    /** Why they go. */
    public enum Ground implements Spelled {
        /** The time for which the authority keeps such requests is over. */
        PERIOD("period"),
        /** A court or a supervisory authority ordered it; the time is over all the same. */
        ORDER("order");

        private final String code;

        Ground(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public Release {
        Fields.authority(authority);
        Fields.items(requests.stream().map(UUID::toString).toList());
        if (requests.isEmpty() || account.equals(proposer)) {
            throw new IllegalArgumentException("A release names requests, and two different persons.");
        }
        requests = List.copyOf(requests);
        Encodings.time(time);
    }

    static Release read(Fields fields) {
        return new Release(
                fields.uuid("release"),
                fields.text("authority"),
                fields.uuid("account"),
                fields.uuid("proposer"),
                fields.oneOf("ground", Ground.values()),
                fields.texts("requests").stream().map(Encodings::uuid).toList(),
                fields.time("time"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] payload() {
        return Payload.ofVersionOne()
                .uuid("release", release)
                .text("authority", authority)
                .uuid("account", account)
                .uuid("proposer", proposer)
                .text("ground", ground.code())
                .texts("requests", requests.stream().map(UUID::toString).toList())
                .time("time", time)
                .encode();
    }

    @Override
    public Entry.Kind entryKind() {
        return Entry.Kind.RELEASE;
    }
}
