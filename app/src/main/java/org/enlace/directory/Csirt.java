package org.enlace.directory;

import java.util.List;
import org.enlace.states.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * What public sources say of an incident response team, besides what they say of every authority. It has sources and an age of its own, and no state confirmed it.
 *
 * @param authority the id of the {@link Authority} that it is
 * @param name the short one, by which others know it: CERT.ar
 * @param fullName in the team's own language
 * @param host the institution it belongs to; may be empty
 * @param constituency whom it serves, in English, as the source says; may be empty
 * @param established when, as far as known
 * @param first what it is to FIRST, the association of such teams ({@code member}); empty when no source says
 * @param trustedIntroducer what it is to that register ({@code accredited}); empty when no source says
 * @param sources ids of {@link org.enlace.states.Source}
 * @param seen the date of the newest source, or null when it bears none
 * @param note what the sources say, in English; may be empty
 */
public record Csirt(
        String authority,
        String name,
        String fullName,
        String host,
        Reach reach,
        Standing standing,
        String constituency,
        @Nullable FactDate established,
        Contact contact,
        Pgp pgp,
        String first,
        String trustedIntroducer,
        List<String> sources,
        @Nullable FactDate seen,
        String note) {

    /** Whether nobody answers yet. */
    public boolean isPlanned() {
        return standing == Standing.PLANNED;
    }

    /** The words are {@code csirt.reach.<NAME>}. */
    public enum Reach {
        NATIONAL,
        SECTORAL
    }

    /** The words are {@code csirt.standing.<NAME>}. */
    public enum Standing {
        ACTIVE,
        PLANNED,
        BECOMING_NATIONAL,
        /** Sources contradict each other about whether it is there. */
        UNCLEAR
    }

    /**
     * Any may be empty.
     *
     * @param telephoneNote in English, as the source says
     * @param rfc2350 where the team describes itself in the form of RFC 2350
     */
    public record Contact(
            String website,
            String email,
            String telephone,
            String telephoneNote,
            String rfc2350,
            @Nullable FactDate rfc2350Date) {}

    /**
     * The key that incidents are sealed to by mail. Any may be empty.
     *
     * @param fingerprint 40 hexadecimal digits
     * @param key where the key is
     */
    public record Pgp(String fingerprint, String key, String note) {

        /** In groups of four, as people compare it. */
        public String grouped() {
            return fingerprint.replaceAll("(.{4})(?=.)", "$1 ");
        }

        boolean isKnown() {
            return !fingerprint.isEmpty() || !key.isEmpty() || !note.isEmpty();
        }
    }
}
