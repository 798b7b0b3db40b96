package org.enlace.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.enlace.StateCode;

/**
 * A request of which an authority keeps a copy of the key, as far as that authority may see it.
 *
 * @param form the definition it was written by, {@code preservation/1}
 * @param outgoing whether the authority sent it, or has it shared with it
 * @param other the state on the other side
 * @param zone in which the authority's days begin and end
 * @param stage how far it is; of a request that was handed on, how far it was is of no matter: {@code transferred}
 * @param last when anything last happened, to it or to another request of the same matter; of a request that was handed on, when that was
 * @param obstacles why it cannot be given up now, whatever the authority decides
 */
public record Holding(
        UUID request,
        String reference,
        String form,
        boolean outgoing,
        StateCode other,
        ZoneId zone,
        String stage,
        Instant last,
        Set<Obstacle> obstacles) {

    /** Something about a request is open. */
    public enum Obstacle {
        /** Neither refused, withdrawn, lapsed nor closed. */
        NOT_OVER,
        /** Over, and yet somebody is waited for: a use or its destruction was asked for. */
        AWAITED,
        /** A result was given that the requesting side has not received. */
        UNRECEIVED,
        /** Data are guaranteed to be preserved for a time that has not ended. */
        GUARANTEED,
        /** Files are on their way. */
        UPLOADING,
        /** Another request of the same matter is not over, or somebody is waited for there. */
        MATTER_OPEN;

        /** The word in files and in the keys of words. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What kind of request it is, whichever version of the form it was written by: {@code preservation}. */
    public String kind() {
        return form.substring(0, form.indexOf('/'));
    }

    public boolean isOpen() {
        return !obstacles.isEmpty();
    }
}
