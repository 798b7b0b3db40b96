package org.enlace.resolver;

import java.util.List;
import java.util.Optional;
import org.enlace.StateCode;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Declaration;
import org.enlace.treaties.Instrument;
import org.enlace.treaties.Participation;
import org.enlace.treaties.Relation;

/**
 * An instrument as a way to ask for a measure, between two states on one day.
 *
 * @param need what is asked through it
 * @param declarations of either state that matter here
 * @param terms what the law says about a request that goes this way; nothing where it does not serve
 * @param languages what the requested state notified about languages, under the instruments whose terms speak of them
 * @param addressees whom to address in the requested state; nobody where it does not serve
 */
public record Channel(
        ChannelRule rule,
        Relation relation,
        Need need,
        List<Declaration> declarations,
        List<ChannelTerm> terms,
        List<Declaration> languages,
        Addressees addressees) {

    static Channel bare(ChannelRule rule, Relation relation, Need need) {
        return new Channel(rule, relation, need, List.of(), List.of(), List.of(), Addressees.nobody());
    }

    public Instrument instrument() {
        return relation.instrument();
    }

    public boolean serves() {
        return rule.use().serves() && relation.bound() == Bound.YES && need.mayBeAmong(rule.offences());
    }

    /** What the requested state notified under the instrument that a term on languages rests on. */
    Optional<Declaration> languagesUnder(ChannelTerm term) {
        return term.topic() == ChannelTerm.Topic.LANGUAGE
                ? languages.stream()
                        .filter(notified -> notified.instrument().equals(term.law()))
                        .findFirst()
                : Optional.empty();
    }

    List<ChannelTerm> termsOn(ChannelTerm.Topic topic) {
        return terms.stream().filter(term -> term.topic() == topic).toList();
    }

    /** Why it serves or not; with {@link #missing} it makes the sentence. */
    public Reason reason() {
        if (!rule.use().serves()) {
            return Reason.OTHER_PURPOSE;
        }
        if (relation.bound() == Bound.YES) {
            return need.mayBeAmong(rule.offences()) ? Reason.SERVES : Reason.OTHER_OFFENCE;
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
        /** It binds both, but the case is not about its offences. */
        OTHER_OFFENCE,
        /** It serves something else. */
        OTHER_PURPOSE
    }
}
