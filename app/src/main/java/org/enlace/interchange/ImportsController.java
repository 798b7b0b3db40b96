package org.enlace.interchange;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.directory.Authority;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Another directory's list: taken in, its columns named, laid beside ours, and what a person ticked proposed. For the secretariat. */
@Controller
class ImportsController {

    private final Imports imports;
    private final Comparing comparing;
    private final Proposing proposing;
    private final States states;

    ImportsController(Imports imports, Comparing comparing, Proposing proposing, States states) {
        this.imports = imports;
        this.comparing = comparing;
        this.proposing = proposing;
        this.states = states;
    }

    @GetMapping("/directory/imports")
    Answer list(Viewer viewer) {
        return new ImportsPage(imports.all(viewer), ImportForm.empty(), Problems.NONE);
    }

    @PostMapping("/directory/imports")
    Answer take(@Valid ImportForm form, BindingResult problems, Viewer viewer) {
        Imports.requireMayUse(viewer);
        var words = Words.of(ImportsController.class, viewer.language());
        form.check(problems, words);
        return problems.hasErrors()
                ? new ImportsPage(imports.all(viewer), form, Problems.of(problems, words))
                : seeOther("/directory/imports/" + imports.add(form, viewer).id() + "/columns");
    }

    @GetMapping("/directory/imports/{id}/columns")
    Answer columns(@PathVariable UUID id, Viewer viewer) {
        var taken = imports.require(id, viewer);
        var list = taken.list();
        var mapping = imports.mapping(taken).orElseGet(() -> Mapping.guess(list));
        return new ImportColumnsPage(taken, list, mapping, states.all(viewer.language()), Problems.NONE);
    }

    @PostMapping("/directory/imports/{id}/columns")
    Answer name(@PathVariable UUID id, @RequestParam Map<String, String> typed, Viewer viewer) {
        var taken = imports.require(id, viewer);
        var list = taken.list();
        var mapping = read(typed, list);
        var words = Words.of(ImportsController.class, viewer.language());
        if (!mapping.columns().containsKey(Column.NAME)) {
            return page(taken, list, mapping, Problems.at("NAME", words.say("columns.name.missing")), viewer);
        }
        if (!mapping.columns().containsKey(Column.STATE) && mapping.state() == null) {
            return page(taken, list, mapping, Problems.at("STATE", words.say("columns.state.missing")), viewer);
        }
        imports.map(taken, mapping, viewer);
        return seeOther("/directory/imports/" + id);
    }

    @GetMapping("/directory/imports/{id}")
    Answer compare(@PathVariable UUID id, @RequestParam(defaultValue = "DIFFERS") String show, Viewer viewer) {
        var taken = imports.require(id, viewer);
        var mapping = imports.mapping(taken);
        if (mapping.isEmpty()) {
            return seeOther("/directory/imports/" + id + "/columns");
        }
        var view = Arrays.stream(Comparison.View.values())
                .filter(one -> one.name().equals(show))
                .findFirst()
                .orElseThrow(Refused::absent);
        var list = taken.list();
        return new ImportPage(
                taken,
                list,
                comparing.of(list, mapping.get(), viewer.language()),
                view,
                imports.proposals(taken),
                states.all(viewer.language()));
    }

    @PostMapping("/directory/imports/{id}/proposals")
    Answer propose(
            @PathVariable UUID id, @RequestParam(name = "tick", defaultValue = "") List<String> ticked, Viewer viewer) {
        var taken = imports.require(id, viewer);
        var mapping = imports.mapping(taken).orElseThrow(Refused::absent);
        proposing.propose(
                taken,
                comparing.of(taken.list(), mapping, viewer.language()),
                ticked.stream().filter(tick -> !tick.isEmpty()).toList(),
                viewer);
        return seeOther("/changes");
    }

    private ImportColumnsPage page(Import taken, Delimited list, Mapping mapping, Problems problems, Viewer viewer) {
        return new ImportColumnsPage(taken, list, mapping, states.all(viewer.language()), problems);
    }

    private static Mapping read(Map<String, String> typed, Delimited list) {
        var columns = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            var chosen = typed.getOrDefault(column.name(), "");
            if (chosen.matches("[0-9]{1,4}")
                    && Integer.parseInt(chosen) < list.headings().size()) {
                columns.put(column, Integer.valueOf(chosen));
            }
        }
        return new Mapping(
                columns,
                StateCode.parse(typed.getOrDefault("state", "")).orElse(null),
                Arrays.stream(Authority.Kind.values())
                        .filter(kind -> kind.name().equals(typed.get("kind")))
                        .findFirst()
                        .orElse(Authority.Kind.CENTRAL_AUTHORITY));
    }
}
