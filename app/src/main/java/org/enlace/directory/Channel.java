package org.enlace.directory;

import java.util.List;
import org.enlace.StateCode;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Declaration;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Participation;
import org.enlace.treaties.Relation;

/**
 * An instrument as a way to ask for a measure, between two states on one day.
 *
 * @param declarations of either state that matter here
 * @param addressees whom to address in the requested state; nobody where it does not serve
 */
public record Channel(ChannelRule rule, Relation relation, List<Declaration> declarations, Addressees addressees) {

    public Instrument instrument() {
        return relation.instrument();
    }

    public boolean serves() {
        return rule.use().serves() && relation.bound() == Bound.YES;
    }

    /** Why it serves or not; with {@link #missing} it makes the sentence. */
    public Reason reason() {
        if (!rule.use().serves()) {
            return Reason.OTHER_PURPOSE;
        }
        if (relation.bound() == Bound.YES) {
            return Reason.SERVES;
        }
        return switch (instrument().inForce()) {
            case NO -> Reason.INSTRUMENT_NOT_IN_FORCE;
            case NOT_KNOWN -> Reason.INSTRUMENT_NOT_KNOWN;
            case YES -> known() ? Reason.NOT_BOUND : Reason.NOT_ESTABLISHED;
        };
    }

    /** The states that it does not bind, or for which our data do not show that it does. */
    public List<StateCode> missing() {
        return List.of(relation.one(), relation.other()).stream()
                .filter(participation -> participation.bound() != Bound.YES)
                .map(Participation::state)
                .toList();
    }

    private boolean known() {
        return List.of(relation.one(), relation.other()).stream()
                .noneMatch(participation -> participation.bound() == Bound.NOT_ESTABLISHED);
    }

    /** The words are {@code reason.<NAME>}, and {@code channel.<reason of the rule>} for the first and the last. */
    public enum Reason {
        SERVES,
        /** It is certain that at least one of the two is not bound, and nothing is left open. */
        NOT_BOUND,
        /** Our data do not show that both are bound. */
        NOT_ESTABLISHED,
        INSTRUMENT_NOT_IN_FORCE,
        INSTRUMENT_NOT_KNOWN,
        /** It serves something else. */
        OTHER_PURPOSE
    }
}
