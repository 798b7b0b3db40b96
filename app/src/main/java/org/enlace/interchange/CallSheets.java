package org.enlace.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.enlace.Language;
import org.enlace.Viewer;
import org.enlace.directory.Authority;
import org.enlace.directory.Csirt;
import org.enlace.directory.EntryWords;
import org.enlace.duty.DutyNow;
import org.enlace.duty.OnCall;
import org.enlace.paper.Booklet;
import org.enlace.states.Tongues;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** What somebody needs who calls an authority from a room without a screen, and lines on which to write who answered. */
@Component
class CallSheets {

    private final Instruments instruments;
    private final OnCall onCall;

    CallSheets(Instruments instruments, OnCall onCall) {
        this.instruments = instruments;
        this.onCall = onCall;
    }

    Booklet.Card card(Extract.Listed entry, Extract extract, Viewer viewer, Words words) {
        var authority = entry.authority();
        var language = words.language();
        return new Booklet.Card(
                over(authority, language),
                authority.originalName(),
                tag(authority, words),
                frame(authority),
                lines(entry, extract, viewer, words),
                note(entry, extract, words),
                words.say("sheet.blank"));
    }

    /** "Police unit · Fiscalía General · Cyber-crime unit": the kind, what it belongs to, and what it is called in the reader's language. */
    private static String over(Authority authority, Language language) {
        var translated = authority.name(language);
        return Stream.of(
                        EntryWords.kind(authority, language),
                        authority.parent(),
                        translated.equals(authority.originalName()) ? "" : translated)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String tag(Authority authority, Words words) {
        if (authority.isSample()) {
            return words.say("sheet.sample");
        }
        return authority.isPlanned() ? words.say("sheet.planned") : EntryWords.mark(authority, words.language());
    }

    private static Booklet.Frame frame(Authority authority) {
        return switch (authority.freshness().mark()) {
            case FRESH -> Booklet.Frame.SURE;
            case REPORTED -> Booklet.Frame.DOUBTED;
            case EXPIRED, UNCONFIRMED -> Booklet.Frame.UNSURE;
        };
    }

    private List<Booklet.Line> lines(Extract.Listed entry, Extract extract, Viewer viewer, Words words) {
        var authority = entry.authority();
        var published = authority.published();
        var team = authority.csirt();
        var lines = new ArrayList<Booklet.Line>();
        lines.add(line("shelf.telephone", said(published.telephone(), team, Csirt.Contact::telephone, words), words));
        var duty = dutyLine(authority, extract, viewer);
        if (!duty.isEmpty()) {
            lines.add(line("sheet.duty", duty, words));
        }
        lines.add(line("sheet.hours", hours(authority, extract, words), words));
        lines.add(line("sheet.languages", languages(authority, words), words));
        lines.add(line("sheet.email", said(published.email(), team, Csirt.Contact::email, words), words));
        authority.mailbox(viewer).ifPresent(mailbox -> lines.add(line("sheet.mailbox", mailbox, words)));
        if (!published.website().isEmpty()) {
            lines.add(line("sheet.website", published.website(), words));
        }
        if (!entry.designations().isEmpty()) {
            lines.add(line("sheet.named-for", namedFor(entry, words), words));
        }
        if (team != null && !team.pgp().fingerprint().isEmpty()) {
            lines.add(line("sheet.pgp", team.pgp().grouped(), words));
        }
        return lines;
    }

    private static String said(
            String published,
            @org.jspecify.annotations.Nullable Csirt team,
            java.util.function.Function<Csirt.Contact, String> of,
            Words words) {
        var numbers = Stream.of(published, team == null ? "" : of.apply(team.contact()))
                .filter(number -> !number.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return numbers.isEmpty() ? words.say("sheet.unknown") : numbers;
    }

    /** The line that rings whoever is on duty, for those who may know it; who that is changes with the shift and is not printed. */
    private String dutyLine(Authority authority, Extract extract, Viewer viewer) {
        return onCall.of(authority, extract.at(), viewer).people().stream()
                .map(DutyNow.Person::telephone)
                .filter(number -> !number.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String hours(Authority authority, Extract extract, Words words) {
        var zone = authority.zone().getId() + " (UTC"
                + authority.zone().getRules().getOffset(extract.at()).getId().replace("Z", "+00:00") + ')';
        var hours = authority.reach().hours();
        if (authority.reach().alwaysOpen()) {
            return words.say("hours.always") + ", " + zone;
        }
        return hours == null
                ? words.say("hours.none") + ", " + zone
                : words.say(
                        "hours.from", hours.opens().toString(), hours.closes().toString(), zone);
    }

    private static String languages(Authority authority, Words words) {
        var languages = authority.reach().languages();
        return languages.isEmpty() ? words.say("sheet.unknown") : Tongues.names(languages, words.language());
    }

    private String namedFor(Extract.Listed entry, Words words) {
        var language = words.language();
        return entry.designations().stream()
                .map(one -> EntryWords.function(one.function(), language) + " ("
                        + instruments
                                .find(one.instrument())
                                .map(instrument -> instrument.shortName(language))
                                .orElse(one.instrument())
                        + ')')
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String note(Extract.Listed entry, Extract extract, Words words) {
        var authority = entry.authority();
        var trust = EntryWords.trust(authority, entry.designations(), words.language());
        return extract.source(authority.provenance().source())
                .map(source -> trust
                        + ' '
                        + words.say(
                                "card.source",
                                Stream.of(
                                                source.title(),
                                                Objects.toString(
                                                        authority.provenance().seen(), ""))
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining(", "))))
                .orElse(trust);
    }

    private static Booklet.Line line(String key, String value, Words words) {
        return new Booklet.Line(words.say(key), value);
    }
}
