package org.enlace.offline;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.enlace.Language;
import org.enlace.forms.Form;
import org.enlace.forms.Forms;
import org.jspecify.annotations.Nullable;

/** Asks what a request is about, step by step as the platform does: what, of which state, under which treaty, of which authority; then the questions of its form. */
final class SealChoices {

    private final Terminal terminal;
    private final Forms forms;
    private final Unlocked officer;
    private final Clock clock;

    SealChoices(Terminal terminal, Forms forms, Unlocked officer, Clock clock) {
        this.terminal = terminal;
        this.forms = forms;
        this.officer = officer;
        this.clock = clock;
    }

    SealAnswers ask() {
        var reader = terminal.words().language();
        var form = pick(
                "seal.what", forms.profiles(), each -> each.title().in(reader).text());
        var measure = String.valueOf(form.measure());
        var routes = officer.directory().routes().stream()
                .filter(route -> route.measure().equals(measure) && form.serves(route.instrument()))
                .filter(route -> officer.stated().current(route.authority()).isPresent())
                .toList();
        if (routes.isEmpty()) {
            throw new Trouble("route.nobody");
        }
        var state = pick(
                "seal.state", states(routes), iso -> name(officer.directory().states(), iso));
        var there =
                routes.stream().filter(route -> state.equals(stateOf(route))).toList();
        var instruments =
                there.stream().map(KitDirectory.Route::instrument).distinct().toList();
        var instrument = pick("seal.instrument", instruments, this::treaty);
        var offices = there.stream()
                .filter(route -> Objects.equals(route.instrument(), instrument))
                .map(KitDirectory.Route::authority)
                .distinct()
                .toList();
        var authority = pick("seal.authority", offices, this::office);
        var language = pick("seal.language", List.of(Language.values()), Language::ownName);
        var draft = new SealAnswers(form.form(), measure, instrument, authority, language.tag(), Map.of(), null, null);
        return questions(form, draft);
    }

    static Rules rules(Form form, SealAnswers said, Unlocked officer) {
        var facts = new HashSet<String>();
        facts.add("instrument:" + (said.instrument() == null ? "none" : said.instrument()));
        if (said.instrument() != null) {
            facts.add("bound:" + said.instrument());
        }
        facts.add("measure:" + said.measure());
        facts.add("status:new");
        var derived = Map.of(
                "status", "new",
                "requestedAuthority", said.authority(),
                "requestingAuthority", officer.kit().authority(),
                "function", officer.kit().function());
        return new Rules(form, facts, derived, said.attachments());
    }

    private SealAnswers questions(Form form, SealAnswers draft) {
        var zone = ZoneId.systemDefault();
        var rules = rules(form, draft, officer);
        var interview = new Interview(terminal, rules, clock.instant(), zone);
        var values = new LinkedHashMap<>(interview.ask(form.groups()));
        var files = new Annexes(terminal, rules).ask(values, interview.reasons());
        if (!interview.reasons().isEmpty()) {
            values.put("omitted", interview.reasons());
        }
        var typed = terminal.ask(terminal.words().say("seal.called", When.example(clock.instant(), zone)));
        var call =
                When.moment(typed).flatMap(When::instant).map(Object::toString).orElse(null);
        if (!terminal.agrees("seal.sign")) {
            throw new Trouble("seal.left");
        }
        return new SealAnswers(
                draft.form(),
                draft.measure(),
                draft.instrument(),
                draft.authority(),
                draft.language(),
                values,
                files,
                call);
    }

    private List<String> states(List<KitDirectory.Route> routes) {
        return routes.stream()
                .map(this::stateOf)
                .distinct()
                .sorted(Comparator.comparing(iso -> name(officer.directory().states(), iso)))
                .toList();
    }

    private String stateOf(KitDirectory.Route route) {
        return officer.directory()
                .office(route.authority())
                .map(KitDirectory.Office::state)
                .orElse("");
    }

    private String treaty(@Nullable String instrument) {
        return instrument == null
                ? terminal.words().say("seal.without-treaty")
                : name(officer.directory().instruments(), instrument);
    }

    private String office(String id) {
        var office = officer.directory().office(id).orElseThrow();
        var tag = terminal.words().language().tag();
        return String.join(
                "  ",
                Arrays.stream(new String[] {office.names().getOrDefault(tag, id), office.telephone(), office.email()})
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private String name(Map<String, Map<String, String>> names, String id) {
        return names.getOrDefault(id, Map.of())
                .getOrDefault(terminal.words().language().tag(), id);
    }

    private <T extends @Nullable Object> T pick(
            String key, List<T> from, java.util.function.Function<T, String> label) {
        var labels = new ArrayList<String>();
        from.forEach(each -> labels.add(label.apply(each)));
        return from.get(terminal.choose(terminal.words().say(key), labels, true).orElseThrow());
    }
}
