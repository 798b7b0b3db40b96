package org.enlace.directory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.enlace.states.State;
import org.enlace.states.States;
import org.enlace.treaties.Declaration;
import org.enlace.treaties.Instruments;
import org.enlace.treaties.Relation;
import org.springframework.stereotype.Component;

/** The resolver: under which instrument, and to whom, one state can ask another for a measure on a day. Open to all. */
@Component
public class Channels {

    /** Shown as designations already. */
    private static final Set<Declaration.Kind> DESIGNATING = Set.of(
            Declaration.Kind.CENTRAL_AUTHORITY, Declaration.Kind.CONTACT_24_7, Declaration.Kind.EXTRADITION_AUTHORITY);

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

    /**
     * Weighs every instrument that there is a rule for.
     *
     * @param on the day both must be bound and the authority designated
     * @throws org.enlace.Refused {@link DirectoryRefusal#UNKNOWN_STATE} or {@link DirectoryRefusal#SAME_STATE}
     */
    public Advice resolve(StateCode from, StateCode to, Measure measure, LocalDate on) {
        var requesting = state(from);
        var requested = state(to);
        if (from.equals(to)) {
            throw DirectoryRefusal.SAME_STATE.refused(from.iso3());
        }
        var byInstrument = rules.of(measure);
        var there = authorities.of(to).stream().collect(Collectors.toMap(Authority::id, one -> one));
        var named = designations.in(to);
        var channels = instruments.between(from, to, on).stream()
                .filter(relation ->
                        byInstrument.containsKey(relation.instrument().id()))
                .map(relation -> channel(rule(byInstrument, relation), relation, there, named))
                .toList();
        return new Advice(
                requesting,
                requested,
                measure,
                on,
                channels.stream()
                        .filter(Channel::serves)
                        .sorted(Comparator.comparing(channel -> channel.rule().use()))
                        .toList(),
                channels.stream().filter(channel -> !channel.serves()).toList());
    }

    private Channel channel(
            ChannelRule rule, Relation relation, Map<String, Authority> there, List<Designation> named) {
        var bare = new Channel(rule, relation, List.of(), Addressees.nobody());
        return bare.serves()
                ? new Channel(
                        rule, relation, declarations(rule, relation), Addressees.of(rule, relation.on(), there, named))
                : bare;
    }

    private List<Declaration> declarations(ChannelRule rule, Relation relation) {
        var both = Set.of(relation.one().state(), relation.other().state());
        return instruments.declarations(rule.instrument(), relation.on()).stream()
                .filter(declaration -> both.contains(declaration.state()))
                .filter(declaration -> !DESIGNATING.contains(declaration.kind()))
                .filter(declaration -> rule.watch().stream().anyMatch(declaration::concerns))
                .toList();
    }

    private State state(StateCode code) {
        return states.find(code).orElseThrow(() -> DirectoryRefusal.UNKNOWN_STATE.refused(code.iso3()));
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
