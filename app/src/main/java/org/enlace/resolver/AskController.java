package org.enlace.resolver;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.enlace.Refused;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.duty.DutyNow;
import org.enlace.duty.OnCall;
import org.enlace.states.Day;
import org.enlace.states.Sources;
import org.enlace.states.States;
import org.enlace.ui.Answer;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The question "whom do I ask?", for people. */
@Controller
class AskController {

    private final Channels channels;
    private final States states;
    private final Sources sources;
    private final OnCall onCall;
    private final Clock clock;

    AskController(Channels channels, States states, Sources sources, OnCall onCall, Clock clock) {
        this.channels = channels;
        this.states = states;
        this.sources = sources;
        this.onCall = onCall;
        this.clock = clock;
    }

    @GetMapping("/ask")
    Answer ask(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "preservation") String measure,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "") String offence,
            @RequestParam(defaultValue = "") String urgent,
            Viewer viewer) {
        var today = Day.today(viewer, clock);
        var question =
                Question.asked(from, to, measure, on, offence, urgent, viewer).with(states.all(viewer.language()));
        if (question.isEmpty()) {
            return AskPage.blank(question);
        }
        try {
            var advice = answer(from, to, Day.asked(on, viewer, clock), () -> Question.need(measure, offence, urgent));
            var moment = new AskPage.Moment(today, clock.instant());
            return AskPage.of(question, advice, moment, sources.all(), duty(advice, moment, viewer));
        } catch (Refused refused) {
            return AskPage.refused(
                    question, Words.of(AskController.class, viewer.language()).say(refused));
        }
    }

    private Advice answer(String from, String to, LocalDate on, Supplier<Need> need) {
        if (from.isBlank() || to.isBlank()) {
            throw ResolverRefusal.INCOMPLETE_QUESTION.refused();
        }
        return channels.resolve(state(from), state(to), need.get(), on);
    }

    /** Who is on duty now says nothing about another day. */
    private Map<String, DutyNow> duty(Advice advice, AskPage.Moment moment, Viewer viewer) {
        var duty = new HashMap<String, DutyNow>();
        if (advice.on().equals(moment.today())) {
            for (var channel : advice.serving()) {
                for (var addressee : channel.addressees().designated()) {
                    var authority = addressee.authority();
                    duty.computeIfAbsent(authority.id(), id -> onCall.of(authority, moment.now(), viewer));
                }
            }
        }
        duty.values().removeIf(one -> !one.isKept());
        return Map.copyOf(duty);
    }

    static StateCode state(String typed) {
        return StateCode.parse(typed).orElseThrow(() -> ResolverRefusal.UNKNOWN_STATE.refused(Question.cut(typed)));
    }
}
