package org.enlace.treaties;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.states.FactDate;
import org.enlace.states.StateSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The documents on the status of treaties: issued by the secretariat, open to all, corrected by a corrigendum as soon as an entered action shows one wrong. */
@Component
class StatusDocuments {

    private final StatusRows rows;
    private final Instruments instruments;
    private final Clock clock;

    StatusDocuments(StatusRows rows, Instruments instruments, Clock clock) {
        this.rows = rows;
        this.instruments = instruments;
        this.clock = clock;
    }

    List<StatusDocument> all() {
        return rows.all();
    }

    /** @throws Refused absent, when none was issued under these numbers */
    StatusDocument require(int year, int number, int corrigendum) {
        return rows.find(year, number, corrigendum).orElseThrow(Refused::absent);
    }

    List<StatusDocument> corrigendaOf(StatusDocument document) {
        return rows.withCorrigenda(document.year(), document.number()).stream()
                .filter(StatusDocument::isCorrigendum)
                .toList();
    }

    /**
     * Issues the document of a day.
     *
     * @throws Refused absent to all but the secretariat; when no instrument is named
     */
    @Transactional
    StatusDocument issue(StateSet set, LocalDate on, List<String> ids, Viewer viewer) {
        if (!viewer.is(Role.SECRETARIAT)) {
            throw Refused.absent();
        }
        if (ids.isEmpty()) {
            throw TreatiesRefusal.NO_INSTRUMENT.refused();
        }
        var known = ids.stream().map(instruments::require).map(Instrument::id).toList();
        var year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear();
        var members = set.states().stream().sorted().toList();
        var document = new StatusDocument(
                year,
                rows.nextNumber(year),
                0,
                on,
                set.id(),
                members,
                known,
                clock.instant(),
                viewer.name(),
                entries(known, members, on));
        rows.add(document);
        return document;
    }

    /** Within the transaction in which the action begins to hold: every document that it shows wrong gets its corrigendum. */
    @EventListener
    void correct(ActionEntered entered) {
        rows.all().stream()
                .filter(document -> !document.isCorrigendum())
                .filter(document -> document.instruments().contains(entered.instrument()))
                .forEach(document -> correct(document, entered.by()));
    }

    private void correct(StatusDocument document, String by) {
        var now = entries(document.instruments(), document.members(), document.on());
        var issued = rows.withCorrigenda(document.year(), document.number());
        var changed = now.stream()
                .filter(entry -> !entry.equals(last(issued, entry).orElse(null)))
                .toList();
        if (!changed.isEmpty()) {
            rows.add(new StatusDocument(
                    document.year(),
                    document.number(),
                    issued.size(),
                    document.on(),
                    document.states(),
                    document.members(),
                    document.instruments(),
                    clock.instant(),
                    by,
                    changed));
        }
    }

    /** What was last issued about the same state and instrument. */
    static Optional<StatusDocument.Entry> last(List<StatusDocument> issued, StatusDocument.Entry entry) {
        return issued.stream()
                .flatMap(document -> document.entries().stream())
                .filter(entry::isOf)
                .reduce((earlier, later) -> later);
    }

    /** What was issued before a corrigendum, oldest first: what it corrects. */
    List<StatusDocument> before(StatusDocument corrigendum) {
        return rows.withCorrigenda(corrigendum.year(), corrigendum.number()).stream()
                .filter(document -> document.corrigendum() < corrigendum.corrigendum())
                .toList();
    }

    private List<StatusDocument.Entry> entries(List<String> ids, List<StateCode> members, LocalDate on) {
        var named = ids.stream().map(instruments::require).toList();
        var actions =
                ids.stream().flatMap(id -> instruments.actions(id).stream()).toList();
        return instruments.standings(named, new StateSet("", Set.copyOf(members)), on).stream()
                .flatMap(standings -> standings.states().stream())
                .filter(participation -> members.contains(participation.state()))
                .map(participation -> entry(
                        participation,
                        TreatyAction.signature(actions, participation)
                                .map(signature -> signature.date().toString())
                                .orElse(null)))
                .toList();
    }

    /** What happened after the day is no part of its status: a later act must not make a corrigendum. */
    private static StatusDocument.Entry entry(Participation participation, @Nullable String signed) {
        var kind = participation.kind();
        if (kind == Participation.Kind.NOT_YET || kind == Participation.Kind.SEEN_LATER) {
            return new StatusDocument.Entry(
                    participation.instrument().id(),
                    participation.state().iso3(),
                    signed,
                    Participation.Kind.NOT_SEEN,
                    null,
                    null);
        }
        var act = participation.act();
        return new StatusDocument.Entry(
                participation.instrument().id(),
                participation.state().iso3(),
                signed,
                kind,
                act == null ? null : act.act(),
                participation.date().map(FactDate::toString).orElse(null));
    }
}
