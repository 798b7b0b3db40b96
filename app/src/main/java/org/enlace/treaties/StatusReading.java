package org.enlace.treaties;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.StateCode;
import org.enlace.paper.Sheet;
import org.enlace.states.FactDate;
import org.enlace.states.State;
import org.enlace.states.StateSet;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a status document in one language: the same sheet is a page, a PDF and a file for a word processor. */
@Component
class StatusReading {

    private final StatusDocuments documents;
    private final Instruments instruments;
    private final States states;

    StatusReading(StatusDocuments documents, Instruments instruments, States states) {
        this.documents = documents;
        this.instruments = instruments;
        this.states = states;
    }

    Sheet sheet(StatusDocument document, Language language) {
        var words = Words.of(StatusReading.class, language);
        var day = words.date(document.on());
        var set = new StateSet(document.states(), java.util.Set.copyOf(document.members())).name(language);
        var lead = document.isCorrigendum()
                ? words.say("status.corrects", document.symbol().replaceAll("/Corr\\..*", ""))
                : words.say("status.counted", document.members().size(), set);
        return new Sheet(
                language,
                document.symbol(),
                words.say("status.as-at", day),
                words.say(document.isCorrigendum() ? "status.corrigendum.title" : "status.document.title", day),
                List.of(lead, words.say("status.issued", words.moment(document.issuedAt(), java.time.ZoneOffset.UTC))),
                document.instruments().stream()
                        .filter(id -> !document.of(id).isEmpty())
                        .map(id -> section(document, id, words))
                        .toList(),
                List.of(words.say("treaty.deposits"), words.say("progress.note"), words.say("status.missing")));
    }

    private Sheet.Section section(StatusDocument document, String id, Words words) {
        var language = words.language();
        Map<String, State> known = states.all(language).stream()
                .collect(Collectors.toMap(state -> state.code().iso3(), Function.identity()));
        var heading = instruments.require(id).title().in(language).text();
        var lines = inOrder(document.of(id), language);
        if (document.isCorrigendum()) {
            var before = documents.before(document);
            return new Sheet.Section(
                    heading,
                    "",
                    Stream.of("state", "status.instead", "status.read")
                            .map(words::say)
                            .toList(),
                    lines.stream()
                            .map(entry -> List.of(
                                    name(known, entry, language),
                                    StatusDocuments.last(before, entry)
                                            .map(was -> whole(was, words))
                                            .orElse("–"),
                                    whole(entry, words)))
                            .toList());
        }
        var parties = lines.stream().filter(StatusReading::isParty).count();
        return new Sheet.Section(
                heading,
                words.say("status.sum", parties, document.members().size()),
                Stream.of("state", "treaty.signed", "status.bound")
                        .map(words::say)
                        .toList(),
                lines.stream()
                        .map(entry -> List.of(
                                name(known, entry, language), date(entry.signed(), words), position(entry, words)))
                        .toList());
    }

    private List<StatusDocument.Entry> inOrder(List<StatusDocument.Entry> entries, Language language) {
        var order = states.all(language).stream().map(State::code).toList();
        return entries.stream()
                .sorted(java.util.Comparator.comparingInt(entry -> order.indexOf(new StateCode(entry.state()))))
                .toList();
    }

    private static boolean isParty(StatusDocument.Entry entry) {
        return entry.kind() == Participation.Kind.PARTY || entry.kind() == Participation.Kind.PARTY_SEEN;
    }

    private static String name(Map<String, State> known, StatusDocument.Entry entry, Language language) {
        var state = known.get(entry.state());
        return state == null ? entry.state() : state.name(language);
    }

    /** What binds; a mere signature stands in its own column. */
    private static String position(StatusDocument.Entry entry, Words words) {
        return switch (entry.kind()) {
            case SIGNATORY, NOT_SEEN -> "";
            default -> said(entry, words);
        };
    }

    private static String whole(StatusDocument.Entry entry, Words words) {
        var signed = entry.signed();
        var bound = position(entry, words);
        if (signed == null) {
            return bound.isEmpty() ? words.say("participation.NOT_SEEN") : bound;
        }
        return words.say("status.signed", date(signed, words)) + (bound.isEmpty() ? "" : " " + bound);
    }

    private static String said(StatusDocument.Entry entry, Words words) {
        var act = entry.act();
        return words.say(
                "participation." + entry.kind().name(),
                date(entry.date(), words),
                act == null ? "" : words.say("act." + act.name()));
    }

    private static String date(@Nullable String date, Words words) {
        return date == null ? "" : FactDate.parse(date).orElseThrow().in(words);
    }
}
