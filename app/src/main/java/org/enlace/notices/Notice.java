package org.enlace.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.enlace.Language;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one recipient.
 *
 * @param effectKey names the effect once and for ever ("{@code delivered/<act>/<authority>}"); queued twice, it is sent once
 * @param audience whom it concerns, so that trouble can be shown to them: {@code authority:<id>} or {@code account:<uuid>}
 * @param recipient the mail address
 * @param kind chooses the fixed sentences
 * @param reference the request's reference, or empty; never anything of the matter
 * @param urgent whether it is urgent
 * @param deadline by when the recipient should act, or null
 * @param zone the zone in which the recipient reads the deadline
 * @param path where to look, a path of this installation
 */
public record Notice(
        String effectKey,
        String audience,
        String recipient,
        Language language,
        Kind kind,
        String reference,
        boolean urgent,
        @Nullable Instant deadline,
        ZoneId zone,
        String path) {

    /** What is to be done within so long does not wait for a better hour. */
    static final Duration SOON = Duration.ofDays(1);

    public Notice {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a notice leads to a path of this installation, not to " + path);
        }
    }

    /** A notice about an account, without reference or deadline. */
    public static Notice forAccount(
            String effectKey, String audience, String recipient, Language language, Kind kind, String path) {
        return new Notice(effectKey, audience, recipient, language, kind, "", false, null, ZoneOffset.UTC, path);
    }

    /** The same for another address: of somebody else, who reads another language on other clocks. */
    public Notice to(String otherKey, String otherRecipient, Language otherLanguage, ZoneId otherZone) {
        return new Notice(
                otherKey, audience, otherRecipient, otherLanguage, kind, reference, urgent, deadline, otherZone, path);
    }

    /** Whether it may be held back until the recipient wants letters: nothing urgent, nothing due within a day. */
    boolean canWait(Instant now) {
        return Kind.THAT_CAN_WAIT.contains(kind) && !urgent && (deadline == null || deadline.isAfter(now.plus(SOON)));
    }

    /** Where whoever has the mail stops all of its kind with one click, without a page before (RFC 8058); empty when it cannot be stopped. */
    Optional<String> stop() {
        return kind == Kind.UPDATES ? Optional.of(path.replaceFirst("\\?.*", "") + "/stop") : Optional.empty();
    }

    /** What happened. The words are {@code mail.<KIND>.subject} and {@code .what}. */
    public enum Kind {
        REQUEST_ARRIVED,
        /** A draft that another state shares for comment: nothing is asked, and nothing is due. */
        DRAFT_ARRIVED,
        REQUEST_MOVED,
        /** A colleague gave it to the function of whoever gets the letter. */
        REQUEST_ASSIGNED,
        /** A colleague wrote it and may not send it alone. */
        DRAFT_TO_SEND,
        /** The other state asks how a request stands. */
        PROGRESS_ASKED,
        /** The other state added something to a request; nothing has to be done about it. */
        REQUEST_ADDED_TO,
        /** Another authority of the recipient's state lets theirs read a request of its own. */
        REQUEST_SHARED,
        /** Another request asks for data that the recipient's authority preserves: they stay preserved until it is decided. */
        DATA_ASKED_FOR,
        /** That request is decided. */
        DATA_DECIDED,
        /** Nobody has taken it in charge in time: to the side that should. */
        REQUEST_WAITS,
        /** The same, to the side that waits. */
        REQUEST_UNANSWERED,
        /** What preserved data are guaranteed for ends soon, and nobody has decided what follows. */
        GUARANTEE_ENDING,
        /** The same, and an extension was asked for that is not granted yet. */
        GUARANTEE_ENDING_ASKED,
        /** It has ended without a decision. */
        GUARANTEE_ENDED,
        /** It has ended, and the extension that was asked for was not granted. */
        GUARANTEE_ENDED_ASKED,
        /** A date that was promised or set has passed: to the side whose turn it is. */
        DATE_PASSED,
        /** The same, to the side that waits. */
        DATE_PASSED_THERE,
        /** The time for which the recipient's authority keeps some requests ends in a month. */
        RETENTION_AHEAD,
        /** It ends in a week. */
        RETENTION_NEAR,
        /** The link lets its holder do something. */
        INVITATION,
        /** The link lets its holder do something. */
        RECOVERY,
        RECOVERY_ASKED,
        ADMISSION_WAITING,
        /** Somebody made a token that lets a program in. */
        TOKEN_MADE,
        /** A token ends by itself soon: to whoever can make the next one, and to those who run the system. */
        TOKEN_ENDING,
        /** Some of their people are to be confirmed: to whoever answers for them. */
        CONFIRMATIONS_DUE,
        /** Their own confirmation ends in days. */
        CONFIRMATION_ENDING,
        /** An authority’s key has been in use for a year. */
        KEY_DUE,
        /** Public facts that the recipient follows changed; the link also lets its holder stop these mails, by a POST to its path with {@code /stop}. */
        UPDATES,
        /** Is the entry of the directory still right? The link lets its holder say so. */
        ENTRY_CHECK,
        /** The link lets its holder answer a drill. */
        DRILL,
        /** An authority's mailboxes do not answer. */
        ENTRY_SILENT,
        /** Letters to somebody they answer for do not arrive. */
        LETTERS_RETURN,
        /** What could wait, in one letter. */
        DIGEST;

        /**
         * The kinds whose link is a secret. It stands in the outbox until the mail is settled, a day at most, and not a moment longer: afterwards only the digest of
         * its token remains, in the room that made it.
         */
        static final Set<Kind> WITH_SECRET_LINK = EnumSet.of(INVITATION, RECOVERY, ENTRY_CHECK, DRILL);

        /** The kinds of which nothing is lost if they are read in the morning. What is late already, and what concerns the safety of an account, is not among them. */
        static final Set<Kind> THAT_CAN_WAIT = EnumSet.of(
                RETENTION_AHEAD,
                RETENTION_NEAR,
                REQUEST_ARRIVED,
                DRAFT_ARRIVED,
                REQUEST_MOVED,
                REQUEST_ASSIGNED,
                PROGRESS_ASKED,
                REQUEST_ADDED_TO,
                REQUEST_SHARED,
                DATA_ASKED_FOR,
                DATA_DECIDED,
                GUARANTEE_ENDING,
                GUARANTEE_ENDING_ASKED,
                KEY_DUE,
                CONFIRMATIONS_DUE,
                CONFIRMATION_ENDING,
                UPDATES,
                ENTRY_SILENT,
                LETTERS_RETURN);

        /** Whether its link is for the recipient's eyes only, so that it may be sent to no other address. */
        public boolean isSecret() {
            return WITH_SECRET_LINK.contains(this);
        }
    }
}
