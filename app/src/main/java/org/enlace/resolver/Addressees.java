package org.enlace.resolver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.directory.Authority;
import org.enlace.directory.Designation;
import org.enlace.directory.Function;
import org.enlace.states.FactDate;

/**
 * Whom to address under one instrument.
 *
 * @param designated those recorded for the day, best function first, then strongest evidence
 * @param likely institutions of the state that may be right where none is designated: never more than a hint
 * @param recordedLater the earliest record of a designation, where all are younger than the day
 */
public record Addressees(List<Addressee> designated, List<Authority> likely, Optional<FactDate> recordedLater) {

    private static final Addressees NOBODY = new Addressees(List.of(), List.of(), Optional.empty());

    static Addressees nobody() {
        return NOBODY;
    }

    /**
     * @param authorities of the requested state
     * @param designations of these authorities
     */
    static Addressees of(
            ChannelRule rule, LocalDate on, Map<String, Authority> authorities, List<Designation> designations) {
        if (rule.functions().isEmpty()) {
            return NOBODY;
        }
        var fitting = designations.stream()
                .filter(one -> one.instrument().equals(rule.instrument()))
                .filter(one -> rule.functions().contains(one.function()))
                .toList();
        var designated = gather(
                rule,
                authorities,
                fitting.stream().filter(one -> one.isRecordedOn(on)).toList());
        return designated.isEmpty()
                ? new Addressees(List.of(), likely(rule, authorities), later(fitting, on))
                : new Addressees(designated, List.of(), Optional.empty());
    }

    /** Whether somebody is designated for the function that fits best. */
    public boolean hasBestFunction(ChannelRule rule) {
        return designated.stream()
                .anyMatch(addressee -> addressee.isFor(rule.functions().getFirst()));
    }

    /** Whether sources name more than one authority for the same function: nobody chooses between them here. */
    public boolean sourcesDiffer() {
        var functions = designated.stream()
                .flatMap(addressee -> addressee.functions().stream())
                .toList();
        return functions.stream().distinct().count() < functions.size();
    }

    private static List<Addressee> gather(
            ChannelRule rule, Map<String, Authority> authorities, List<Designation> recorded) {
        var groups = new LinkedHashMap<String, List<Designation>>();
        for (var one : recorded) {
            groups.computeIfAbsent(one.authority(), key -> new ArrayList<>()).add(one);
        }
        var addressees = new ArrayList<Addressee>();
        for (var group : groups.values()) {
            var authority = authorities.get(group.getFirst().authority());
            if (authority != null) {
                addressees.add(Addressee.of(rule, authority, group));
            }
        }
        addressees.sort(Comparator.comparingInt(
                        (Addressee addressee) -> rule.functions().indexOf(addressee.function()))
                .thenComparing(addressee -> addressee.designations().getFirst(), Designation::compareStrength)
                .thenComparing(addressee -> addressee.authority().id()));
        return List.copyOf(addressees);
    }

    private static List<Authority> likely(ChannelRule rule, Map<String, Authority> authorities) {
        return authorities.values().stream()
                .filter(authority -> rule.likely().contains(authority.kind()))
                .sorted(Comparator.comparingInt(
                                (Authority authority) -> rule.likely().indexOf(authority.kind()))
                        .thenComparing(Authority::id))
                .toList();
    }

    private static Optional<FactDate> later(List<Designation> fitting, LocalDate on) {
        return fitting.stream()
                .flatMap(one ->
                        Optional.ofNullable(
                                one.span().since() == null
                                        ? one.seen()
                                        : one.span().since())
                                .stream())
                .filter(date -> !date.countsOn(on))
                .min(Comparator.comparing(FactDate::last));
    }

    /**
     * An authority with the designations that name it under the instrument.
     *
     * @param functions that it is designated for and that fit, best first
     * @param designations best function first, then strongest evidence
     */
    public record Addressee(Authority authority, List<Function> functions, List<Designation> designations) {

        static Addressee of(ChannelRule rule, Authority authority, List<Designation> designations) {
            var sorted = designations.stream()
                    .sorted(Comparator.comparingInt(
                                    (Designation one) -> rule.functions().indexOf(one.function()))
                            .thenComparing(Designation::compareStrength))
                    .toList();
            return new Addressee(
                    authority,
                    sorted.stream().map(Designation::function).distinct().toList(),
                    sorted);
        }

        /** The one that fits best. */
        public Function function() {
            return functions.getFirst();
        }

        public boolean isFor(Function function) {
            return functions.contains(function);
        }

        /** The languages it takes requests in under this instrument, else in general; empty when no source says. */
        public List<String> languages() {
            var under = designations.stream()
                    .flatMap(one -> one.languages().stream())
                    .distinct()
                    .toList();
            return under.isEmpty() ? authority.reach().languages() : under;
        }

        /** Whether the designation exists for the demo only. */
        public boolean isSample() {
            return designations.stream().allMatch(Designation::sample);
        }
    }
}
