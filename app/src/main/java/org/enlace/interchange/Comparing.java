package org.enlace.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.EntryWords;
import org.enlace.states.States;
import org.springframework.stereotype.Component;

/** Lays a list beside ours: finds for each line the entry it means, and says field by field what is the same. It decides nothing. */
@Component
class Comparing {

    /** Half of the words and more: "Fiscalía Adjunta de Delitos Informáticos" and "Fiscalía de Delitos Informáticos". */
    private static final double ALIKE = 0.6;

    private final Authorities authorities;
    private final States states;

    Comparing(Authorities authorities, States states) {
        this.authorities = authorities;
        this.states = states;
    }

    Comparison of(Delimited list, Mapping mapping, Language language) {
        var ours = authorities.listed().stream()
                .filter(authority -> !authority.isSample())
                .toList();
        var codes = stateNames();
        var lines = new ArrayList<Comparison.Line>();
        var unknown = new ArrayList<Delimited.Line>();
        for (var line : list.lines()) {
            var state = state(line, mapping, codes);
            if (state.isEmpty() || mapping.of(Column.NAME, line).isEmpty()) {
                unknown.add(line);
            } else {
                lines.add(line(line, mapping, state.get(), ours, language));
            }
        }
        return Comparison.of(lines, unknown, ours);
    }

    private Comparison.Line line(
            Delimited.Line line, Mapping mapping, StateCode state, List<Authority> ours, Language language) {
        var there = ours.stream()
                .filter(authority -> authority.state().equals(state))
                .toList();
        var match = match(line, mapping, there).orElse(null);
        return new Comparison.Line(
                line.number(),
                state,
                mapping.of(Column.NAME, line),
                match,
                Column.compared().stream()
                        .filter(column ->
                                column == Column.KIND || mapping.columns().containsKey(column))
                        .map(column -> cell(column, line, mapping, match, language))
                        .toList());
    }

    /** The surest first: their id is ours; an address of theirs is that of one of ours; the names are the same, or nearly. */
    private static Optional<Comparison.Match> match(Delimited.Line line, Mapping mapping, List<Authority> there) {
        var id = mapping.of(Column.ID, line);
        var name = Folded.of(mapping.of(Column.NAME, line));
        return only(there, authority -> authority.id().equals(id), Comparison.How.ID)
                .or(() -> only(there, authority -> names(authority).anyMatch(name::equals), Comparison.How.NAME))
                .or(() -> only(there, authority -> isReachedAt(authority, line, mapping), Comparison.How.CONTACT))
                .or(() -> there.stream()
                        .max(Comparator.comparingDouble(authority -> likeness(authority, name)))
                        .filter(authority -> likeness(authority, name) >= ALIKE)
                        .map(authority -> new Comparison.Match(authority, Comparison.How.LIKE)));
    }

    /** What fits several fits none. */
    private static Optional<Comparison.Match> only(
            List<Authority> there, Predicate<Authority> fits, Comparison.How how) {
        var fitting = there.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(new Comparison.Match(fitting.getFirst(), how)) : Optional.empty();
    }

    private static Stream<String> names(Authority authority) {
        var team = authority.csirt();
        return Stream.concat(
                        Stream.concat(Stream.of(authority.originalName()), authority.names().texts().values().stream()),
                        team == null ? Stream.empty() : Stream.of(team.name(), team.fullName()))
                .map(Folded::of);
    }

    private static double likeness(Authority authority, String name) {
        return names(authority)
                .mapToDouble(one -> Folded.likeness(one, name))
                .max()
                .orElse(0);
    }

    private static boolean isReachedAt(Authority authority, Delimited.Line line, Mapping mapping) {
        return Stream.of(Column.EMAIL, Column.WEBSITE, Column.TELEPHONE).anyMatch(column -> {
            var theirs = compared(column, mapping.of(column, line));
            return theirs.length() > 5 && theirs.equals(compared(column, ours(column, authority)));
        });
    }

    private Comparison.Cell cell(
            Column column,
            Delimited.Line line,
            Mapping mapping,
            Comparison.@org.jspecify.annotations.Nullable Match match,
            Language language) {
        var theirs = theirs(column, line, mapping, match == null);
        var said = column == Column.KIND && !theirs.isEmpty()
                ? EntryWords.kind(Authority.Kind.valueOf(theirs), language)
                : theirs;
        if (match == null) {
            return new Comparison.Cell(
                    column, "", theirs, said, theirs.isEmpty() ? Comparison.Verdict.NOTHING : Comparison.Verdict.NEW);
        }
        var ours = ours(column, match.authority());
        return new Comparison.Cell(
                column,
                column == Column.KIND ? EntryWords.kind(match.authority(), language) : ours,
                theirs,
                said,
                verdict(compared(column, ours), compared(column, theirs)));
    }

    private static Comparison.Verdict verdict(String ours, String theirs) {
        if (theirs.isEmpty()) {
            return ours.isEmpty() ? Comparison.Verdict.NOTHING : Comparison.Verdict.ONLY_OURS;
        }
        if (ours.isEmpty()) {
            return Comparison.Verdict.NEW;
        }
        return ours.equals(theirs) ? Comparison.Verdict.SAME : Comparison.Verdict.DIFFERS;
    }

    private static String ours(Column column, Authority authority) {
        return switch (column) {
            case ID -> authority.id();
            case STATE -> authority.state().iso3();
            case KIND -> authority.kind().name();
            case NAME -> authority.originalName();
            case NAME_LANGUAGE -> authority.originalLanguage();
            case PARENT -> authority.parent();
            case LANGUAGES -> String.join(", ", authority.reach().languages());
            case TELEPHONE -> authority.published().telephone();
            case EMAIL -> authority.published().email();
            case WEBSITE -> authority.published().website();
        };
    }

    /** A kind that their list does not say, or not in words we know, is the one chosen for the whole list, and only where we have no entry. */
    private static String theirs(Column column, Delimited.Line line, Mapping mapping, boolean isNew) {
        var text = mapping.of(column, line);
        return switch (column) {
            case KIND ->
                kind(text).map(Enum::name).orElse(isNew ? mapping.kind().name() : "");
            case LANGUAGES -> text.replace(";", ", ").replaceAll("\\s+", " ");
            default -> text;
        };
    }

    private static Optional<Authority.Kind> kind(String text) {
        var folded = Folded.of(text);
        return Arrays.stream(Authority.Kind.values())
                .filter(kind -> Folded.of(kind.name()).equals(folded)
                        || Arrays.stream(Language.values())
                                .anyMatch(language -> Folded.of(EntryWords.kind(kind, language))
                                        .equals(folded)))
                .findFirst();
    }

    private static String compared(Column column, String text) {
        return switch (column) {
            case TELEPHONE -> Folded.digits(text);
            case WEBSITE -> Folded.address(text);
            case LANGUAGES ->
                Arrays.stream(text.toLowerCase(java.util.Locale.ROOT).split("[\\s,;]+"))
                        .sorted()
                        .reduce("", (all, one) -> all + ' ' + one)
                        .strip();
            case ID, STATE, KIND, NAME_LANGUAGE, EMAIL -> text.strip().toLowerCase(java.util.Locale.ROOT);
            case NAME, PARENT -> Folded.of(text);
        };
    }

    private static Optional<StateCode> state(Delimited.Line line, Mapping mapping, Map<String, StateCode> codes) {
        var written = Folded.of(mapping.of(Column.STATE, line));
        return written.isEmpty() ? Optional.ofNullable(mapping.state()) : Optional.ofNullable(codes.get(written));
    }

    /** Codes of three and two letters, and the names in four languages. */
    private Map<String, StateCode> stateNames() {
        var codes = new HashMap<String, StateCode>();
        for (var state : states.all(Language.EN)) {
            codes.put(Folded.of(state.code().iso3()), state.code());
            codes.put(Folded.of(state.iso2()), state.code());
            codes.put(Folded.of(state.officialName()), state.code());
            Arrays.stream(Language.values())
                    .map(state::name)
                    .filter(Objects::nonNull)
                    .forEach(name -> codes.put(Folded.of(name), state.code()));
        }
        return codes;
    }
}
