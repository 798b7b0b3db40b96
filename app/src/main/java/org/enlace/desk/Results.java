package org.enlace.desk;

import java.util.List;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.exchange.Terms;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Result;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.enlace.procedure.Unaccepted;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The results of a request as a reader sees them, each under its conditions. */
@Component
class Results {

    private final Spoken spoken;
    private final Terms terms;

    Results(Spoken spoken, Terms terms) {
        this.spoken = spoken;
        this.terms = terms;
    }

    List<ResultView> of(Request request, Viewer viewer) {
        var words = Words.of(Results.class, viewer.language());
        return ResultView.of(request).stream()
                .map(fact -> view(request, fact, words))
                .toList();
    }

    /** Under which the request itself was sent. */
    ConditionsView conditions(Request request, Viewer viewer) {
        return ConditionsView.of(
                request.sending().conditions(), false, terms.conditions(), Words.of(Results.class, viewer.language()));
    }

    /** Why the conditions of a result, or without one those of the request, cannot be accepted; null where nobody says so. */
    @Nullable
    String refused(Request request, @Nullable UUID result, Viewer viewer) {
        return refused(request, result, Words.of(Results.class, viewer.language()));
    }

    /** The reasons that can be given for it. */
    List<ActForm.Option> reasons(Request request, Viewer viewer) {
        return spoken.choices(request, "conditionsReason", viewer.language());
    }

    private @Nullable String refused(Request request, @Nullable UUID result, Words words) {
        var reason = Unaccepted.reason(request, result);
        return reason == null ? null : spoken.chosen(request, "conditionsReason", reason, words);
    }

    private ResultView view(Request request, Fact fact, Words words) {
        var act = fact.act().act();
        var result = (Result) fact.act().coded();
        var granted = ResultView.isGrantedInCourt(request, act);
        return new ResultView(
                act,
                fact.at(),
                result.complete(),
                ResultView.isReceived(request, act),
                ResultView.corrected(request, fact),
                refused(request, act, words),
                ConditionsView.of(result.conditions(), granted, terms.conditions(), words),
                ResultView.asked(request, act).stream()
                        .map(asked -> use(request, asked, words))
                        .toList());
    }

    private ResultView.Use use(Request request, Fact asked, Words words) {
        var decision = ResultView.decision(request, asked.act().act());
        return new ResultView.Use(
                asked.act().act(),
                spoken.chosen(
                        request, "use", ((AskUse) asked.act().coded()).use().code(), words),
                decision == null ? null : spoken.chosen(request, "useDecision", decision.code(), words));
    }
}
