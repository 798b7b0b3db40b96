package org.enlace.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.directory.Designation;
import org.enlace.directory.EntryWords;
import org.enlace.paper.Booklet;
import org.enlace.paper.Sheet;
import org.enlace.states.State;
import org.enlace.treaties.Instruments;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** Writes the printed directory: a chapter a state, in it who is named for what and a call sheet for each authority. */
@Component
class Shelf {

    /** How long paper can be relied on. Contacts change with every government and rota. */
    static final int DAYS = 30;

    private final CallSheets sheets;
    private final Instruments instruments;
    private final PublicAddress address;

    Shelf(CallSheets sheets, Instruments instruments, PublicAddress address) {
        this.sheets = sheets;
        this.instruments = instruments;
        this.address = address;
    }

    /** @param viewer whoever alone will be able to read it; the public for a copy that is not sealed */
    Booklet booklet(Extract extract, Viewer viewer, Language language) {
        var words = Words.of(Shelf.class, language);
        var states = inOrder(extract, language);
        var several = states.size() > 1;
        return new Booklet(
                language,
                several
                        ? words.say("shelf.title.several", states.size())
                        : words.say("shelf.title.one", name(states, language)),
                words.say("shelf.head", address.uri().getAuthority()),
                words.say("shelf.as-of", moment(extract.at(), words)),
                words.say("shelf.foot", words.date(expiry(extract))),
                mark(DataFile.of(extract.entries())),
                lead(words, several),
                contents(states, language, words, several),
                states.stream()
                        .map(state -> chapter(state, extract, viewer, words))
                        .toList());
    }

    static LocalDate expiry(Extract extract) {
        return extract.on().plusDays(DAYS);
    }

    private List<String> lead(Words words, boolean several) {
        var lead = new ArrayList<String>();
        lead.add(words.say("shelf.lead"));
        lead.add(words.say("shelf.frames"));
        lead.add(words.say("shelf.check", address.link("/directory/shelf")));
        if (several) {
            lead.add(words.say("shelf.hash.all"));
        }
        return lead;
    }

    private static Sheet.Section contents(List<Chapter> states, Language language, Words words, boolean several) {
        return new Sheet.Section(
                words.say("shelf.contents"),
                "",
                List.of(words.say("shelf.state"), words.say("shelf.entries"), "SHA-256"),
                several
                        ? states.stream()
                                .map(chapter -> List.of(
                                        chapter.state().name(language),
                                        words.number(chapter.entries().size()),
                                        chapter.file().sha256().hex()))
                                .toList()
                        : List.of());
    }

    private Booklet.Chapter chapter(Chapter chapter, Extract extract, Viewer viewer, Words words) {
        var language = words.language();
        return new Booklet.Chapter(
                chapter.state().name(language),
                mark(chapter.file()),
                List.of(words.say(
                        "shelf.chapter",
                        chapter.entries().size(),
                        String.join(", ", chapter.state().callingCodes()),
                        chapter.state().zone().getId())),
                new Sheet.Section(
                        words.say("shelf.functions"),
                        "",
                        List.of(
                                words.say("shelf.function"),
                                words.say("shelf.instrument"),
                                words.say("shelf.authority"),
                                words.say("shelf.telephone"),
                                words.say("shelf.sure")),
                        chapter.entries().stream()
                                .flatMap(entry -> entry.designations().stream().map(one -> new Named(entry, one)))
                                .sorted(Comparator.comparing((Named named) ->
                                                named.designation().function())
                                        .thenComparing(
                                                named -> named.designation().instrument()))
                                .map(named -> row(named, language))
                                .distinct()
                                .toList()),
                chapter.entries().stream()
                        .map(entry -> sheets.card(entry, extract, viewer, words))
                        .toList());
    }

    private List<String> row(Named named, Language language) {
        var authority = named.entry().authority();
        var team = authority.csirt();
        var published = authority.published().telephone();
        return List.of(
                EntryWords.function(named.designation().function(), language),
                instruments
                        .find(named.designation().instrument())
                        .map(instrument -> instrument.shortName(language))
                        .orElse(named.designation().instrument()),
                authority.originalName(),
                published.isEmpty() && team != null ? team.contact().telephone() : published,
                EntryWords.mark(authority, language));
    }

    private static String mark(DataFile file) {
        return "SHA-256 " + file.sha256().hex();
    }

    static String moment(Instant at, Words words) {
        return words.moment(at, ZoneOffset.UTC) + " UTC";
    }

    private static String name(List<Chapter> states, Language language) {
        return states.isEmpty() ? "" : states.getFirst().state().name(language);
    }

    /** In the order of the states' names in this language. */
    private static List<Chapter> inOrder(Extract extract, Language language) {
        var order = com.ibm.icu.text.Collator.getInstance(language.locale());
        return extract.entries().stream()
                .collect(Collectors.groupingBy(Extract.Listed::state, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(state -> new Chapter(state.getKey(), state.getValue(), DataFile.of(state.getValue())))
                .sorted((one, other) ->
                        order.compare(one.state().name(language), other.state().name(language)))
                .toList();
    }

    /** The entries of one state and their data file. */
    private record Chapter(State state, List<Extract.Listed> entries, DataFile file) {}

    private record Named(Extract.Listed entry, Designation designation) {}
}
