package org.enlace.desk;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.exchange.Terms;
import org.enlace.reach.Returned;
import org.enlace.states.States;
import org.enlace.treaties.Instruments;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The desk of an officer. */
@Controller
class DeskController {

    private final Desk desk;
    private final States states;
    private final Instruments instruments;
    private final Returned returned;
    private final Terms terms;

    DeskController(Desk desk, States states, Instruments instruments, Returned returned, Terms terms) {
        this.desk = desk;
        this.states = states;
        this.instruments = instruments;
        this.returned = returned;
        this.terms = terms;
    }

    @GetMapping("/desk")
    Answer read(DeskFilter filter, Viewer viewer) {
        var rows = rows(filter, viewer);
        var others = desk.states(viewer).stream()
                .map(code -> new DeskPage.OtherState(code, state(code, viewer)))
                .toList();
        var whose = Stream.of(DeskFilter.OWN, DeskFilter.NOBODY, "")
                .map(code -> new DeskPage.Whose(code, desk.waiting(filter.of(code), viewer)))
                .toList();
        return new DeskPage(rows, others, returned.own(viewer), whose);
    }

    @GetMapping("/desk/rows")
    Answer again(DeskFilter filter, Viewer viewer) {
        return rows(filter, viewer);
    }

    private DeskRowsPart rows(DeskFilter filter, Viewer viewer) {
        var sections = new EnumMap<DeskRow.Section, List<DeskRow>>(DeskRow.Section.class);
        var counts = new EnumMap<DeskRow.Section, Integer>(DeskRow.Section.class);
        Arrays.stream(DeskRow.Section.values()).filter(filter::shows).forEach(section -> {
            var rows = desk.rows(section, filter, viewer);
            sections.put(section, rows);
            counts.put(section, count(section, rows.size(), filter, viewer));
        });
        return new DeskRowsPart(
                filter,
                sections,
                counts,
                names(sections.values(), viewer),
                terms.clock().instant());
    }

    /** What fits on the first page is counted already. */
    private int count(DeskRow.Section section, int read, DeskFilter filter, Viewer viewer) {
        return read < Desk.PAGE && filter.number() == 1 ? read : desk.count(section, filter, viewer);
    }

    private Map<String, String> names(Collection<List<DeskRow>> sections, Viewer viewer) {
        var names = new HashMap<String, String>();
        sections.stream().flatMap(List::stream).forEach(row -> {
            names.computeIfAbsent(row.other(), code -> state(code, viewer));
            names.computeIfAbsent(row.instrument(), id -> instrument(id, viewer));
        });
        return names;
    }

    private String state(String code, Viewer viewer) {
        return states.find(new StateCode(code))
                .map(state -> state.name(viewer.language()))
                .orElse(code);
    }

    private String instrument(String id, Viewer viewer) {
        return instruments
                .find(id)
                .map(instrument -> instrument.shortName(viewer.language()))
                .orElse(id);
    }
}
