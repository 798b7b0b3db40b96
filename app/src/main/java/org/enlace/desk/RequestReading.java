package org.enlace.desk;

import java.util.List;
import org.enlace.Viewer;
import org.enlace.exchange.Linked;
import org.enlace.exchange.Sequel;
import org.enlace.exchange.Taken;
import org.enlace.procedure.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a request for a reader. */
@Component
class RequestReading {

    private final Situations situations;
    private final People people;
    private final Timeline timeline;
    private final Results results;
    private final ActForms forms;

    RequestReading(Situations situations, People people, Timeline timeline, Results results, ActForms forms) {
        this.situations = situations;
        this.people = people;
        this.timeline = timeline;
        this.results = results;
        this.forms = forms;
    }

    /**
     * @param sequels what follows on it between other authorities
     * @param kept whether the reader's authority keeps a copy of the request's key
     */
    RequestPage page(
            Request request,
            List<Linked> chain,
            List<Sequel> sequels,
            boolean kept,
            Viewer viewer,
            @Nullable Taken done) {
        var side = request.side(viewer);
        return new RequestPage(
                request,
                chain,
                sequels.stream()
                        .map(sequel -> new SequelView(
                                sequel,
                                people.authority(sequel.requesting(), viewer),
                                side,
                                request.requested().zone()))
                        .toList(),
                side,
                people.party(request.requesting(), viewer),
                people.party(request.requested(), viewer),
                situations.of(request, viewer.language()),
                request.isHeldBy(viewer),
                kept,
                timeline.of(request, viewer),
                results.conditions(request, viewer),
                results.refused(request, null, viewer),
                results.of(request, viewer),
                kept && request.isHeldBy(viewer) ? forms.of(request, side, viewer) : List.of(),
                results.reasons(request, viewer),
                forms.isFollowed(request),
                people.readers(request, viewer),
                people.isUndelivered(request, side.other()),
                done,
                viewer.zone());
    }
}
