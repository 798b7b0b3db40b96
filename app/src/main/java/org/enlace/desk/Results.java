package org.enlace.desk;

import java.util.List;
import org.enlace.Viewer;
import org.enlace.exchange.Fact;
import org.enlace.exchange.Request;
import org.enlace.exchange.Terms;
import org.enlace.ledger.AskUse;
import org.enlace.ledger.Result;
import org.enlace.ui.Words;
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

    private ResultView view(Request request, Fact fact, Words words) {
        var act = fact.act().act();
        var result = (Result) fact.act().coded();
        var granted = ResultView.isGrantedInCourt(request, act);
        return new ResultView(
                act,
                fact.at(),
                result.complete(),
                ResultView.isReceived(request, act),
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
