package org.enlace.resolver;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.Designation;
import org.enlace.directory.Designations;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Declaration;
import org.enlace.treaties.Instruments;
import org.enlace.treaties.Relation;
import org.springframework.stereotype.Component;

/** The resolver: under which instrument, and to whom, one state can ask another for a measure on a day. Open to all. */
@Component
public class Channels {

    /** Shown as designations already. */
    private final States states;

    private final Instruments instruments;
    private final ChannelRules rules;
    private final Authorities authorities;
    private final Designations designations;

    Channels(
            States states,
            Instruments instruments,
            ChannelRules rules,
            Authorities authorities,
            Designations designations) {
        this.states = states;
        this.instruments = instruments;
        this.rules = rules;
        this.authorities = authorities;
        this.designations = designations;
    }

    /** Nothing said about offence or urgency. */
    public Advice resolve(StateCode from, StateCode to, Measure measure, LocalDate on) {
        return resolve(from, to, Need.of(measure), on);
    }

    /**
     * Weighs every instrument that there is a rule for.
     *
     * @param on the day both must be bound and the authority designated
     * @throws org.enlace.Refused {@link ResolverRefusal#UNKNOWN_STATE} or {@link ResolverRefusal#SAME_STATE}
     */
    public Advice resolve(StateCode from, StateCode to, Need need, LocalDate on) {
        var requesting = state(from);
        var requested = state(to);
        if (from.equals(to)) {
            throw ResolverRefusal.SAME_STATE.refused(from.iso3());
        }
        var byInstrument = rules.of(need.measure());
        var there = authorities.of(to).stream().collect(Collectors.toMap(Authority::id, one -> one));
        var named = designations.in(to);
        var relations = instruments.between(from, to, on);
        var binding = relations.stream()
                .filter(relation -> relation.bound() == Bound.YES)
                .map(relation -> relation.instrument().id())
                .collect(Collectors.toSet());
        var channels = relations.stream()
                .filter(relation ->
                        byInstrument.containsKey(relation.instrument().id()))
                .map(relation -> Channel.bare(rule(byInstrument, relation), relation, need))
                .map(bare -> bare.serves() ? complete(bare, binding, there, named) : bare)
                .toList();
        return new Advice(
                requesting,
                requested,
                need,
                on,
                counterparts(need.measure(), there.values()),
                channels.stream().filter(Channel::serves).sorted(bestFirst()).toList(),
                channels.stream().filter(channel -> !channel.serves()).toList());
    }

    private Channel complete(Channel bare, Set<String> binding, Map<String, Authority> there, List<Designation> named) {
        var rule = bare.rule();
        var relation = bare.relation();
        var terms = rules.terms(rule.instrument(), bare.need(), binding);
        return new Channel(
                rule,
                relation,
                bare.need(),
                declarations(rule, relation),
                terms,
                languages(terms, relation),
                Addressees.of(rule, relation.on(), there, named));
    }

    private static List<Authority> counterparts(Measure measure, Collection<Authority> there) {
        return there.stream()
                .filter(authority -> measure.counterparts().contains(authority.kind()))
                .sorted(Comparator.comparing(Authority::isPlanned).thenComparing(Authority::id))
                .toList();
    }

    /**
     * Among ways that serve alike: what was compared with the text; what serves any offence, where none was said; what the others step back before; then in the
     * order of the instruments.
     */
    private Comparator<Channel> bestFirst() {
        return Comparator.comparing((Channel channel) -> channel.rule().use())
                .thenComparing(channel -> channel.rule().mark())
                .thenComparing(channel -> channel.need().about().isEmpty()
                        && !channel.rule().offences().isEmpty())
                .thenComparing(channel -> !rules.governs(channel.rule().instrument()));
    }

    private List<Declaration> declarations(ChannelRule rule, Relation relation) {
        return instruments
                .declarations(
                        rule.instrument(),
                        relation.one().state(),
                        relation.other().state(),
                        relation.on())
                .stream()
                .filter(declaration -> !declaration.kind().designates())
                .filter(declaration -> declaration.kind() != Declaration.Kind.LANGUAGE_NOTIFICATION)
                .filter(declaration -> rule.watch().stream().anyMatch(declaration::concerns))
                .toList();
    }

    private List<Declaration> languages(List<ChannelTerm> terms, Relation relation) {
        return terms.stream()
                .filter(term -> term.topic() == ChannelTerm.Topic.LANGUAGE)
                .map(ChannelTerm::law)
                .distinct()
                .flatMap(law ->
                        instruments.languagesNotified(law, relation.other().state(), relation.on()).stream())
                .toList();
    }

    private State state(StateCode code) {
        return states.find(code).orElseThrow(() -> ResolverRefusal.UNKNOWN_STATE.refused(code.iso3()));
    }

    private static ChannelRule rule(Map<String, ChannelRule> rules, Relation relation) {
        var rule = rules.get(relation.instrument().id());
        if (rule == null) {
            throw new IllegalStateException(
                    "no rule for " + relation.instrument().id());
        }
        return rule;
    }
}
