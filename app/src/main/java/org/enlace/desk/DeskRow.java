package org.enlace.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request on the desk: nothing in it was sealed.
 *
 * @param outgoing whether the reader's authority is the requesting one, or was let in by that
 * @param other the other state's code
 * @param instrument its id; empty where the request is made without a treaty
 * @param zone of the requested authority, in which days end
 * @param stage its code
 * @param extended whether what was preserved stays so by an extension that was granted, or by a request for it
 * @param extensionAsked whether an extension was asked for and is not granted yet
 * @param task what is waited for, its code, or null
 * @param due until when, or null
 * @param guaranteedUntil the end of the last day guaranteed, or null
 * @param arrivedAt when it was sent, and with that at the other side
 */
record DeskRow(
        UUID id,
        String reference,
        boolean outgoing,
        String other,
        ZoneId zone,
        String measure,
        String instrument,
        boolean urgent,
        boolean extension,
        String stage,
        boolean extended,
        boolean extensionAsked,
        Section section,
        @Nullable String task,
        @Nullable Instant due,
        @Nullable Instant guaranteedUntil,
        News news,
        Hands hands,
        Instant arrivedAt) {

    /** A draft that was shared for comment: nothing is asked of anybody, and nothing is urgent. */
    boolean isDraft() {
        return stage.equals("commenting");
    }

    /** What is waited for, as its words {@code task.<what>} are named; null where nothing is. To preserve is a task of its own, and so is to read a draft. */
    @Nullable
    String toDo() {
        if (isDraft() && "open".equals(task)) {
            return "open-draft";
        }
        return "execute".equals(task) && !measure.equals("preservation") ? "do" : task;
    }

    /**
     * What stands beside what is to be done.
     *
     * @param enquired since when it is asked how it stands, or null
     * @param added when something was added that the reader's authority, which is asked, has neither read nor acted after; or null
     */
    record News(@Nullable Instant enquired, @Nullable Instant added) {}

    /**
     * In whose hands it is.
     *
     * @param own whether in the reader's
     * @param as of what was asked of us, the function that it is in the hands of, or null
     */
    record Hands(boolean own, @Nullable String as) {}

    /** The parts of the desk. */
    enum Section {
        /** Somebody's life or safety is in danger, and it is the reader's authority that is waited for: before everything else, whatever is due. */
        EMERGENCY,
        MINE,
        WAITING,
        QUIET;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Section> parse(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(section -> section.code().equals(code))
                    .findFirst();
        }

        /** What is to be done next comes first; what is quiet, by when something last happened. */
        String usualOrder() {
            return this == QUIET ? "last_at desc, id" : "due nulls last, last_at, id";
        }
    }
}
