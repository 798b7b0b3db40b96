package org.enlace.exchange;

import java.util.HashSet;
import java.util.Objects;
import org.enlace.forms.Circumstances;
import org.enlace.procedure.Request;
import org.enlace.procedure.Stage;
import org.enlace.treaties.Bound;
import org.enlace.treaties.Instruments;
import org.springframework.stereotype.Component;

/** What the host can tell of the conditions that choices and grounds depend on: the treaty a request is made under, what else binds the two states, what the requested state reserved. */
@Component
public class Surroundings {

    /** How acts and conditions name help that is asked for without a treaty. */
    private static final String WITHOUT_TREATY = "none";

    /** Budapest: only a state that reserved this may refuse for want of dual criminality. */
    private static final String RESERVED_ARTICLE = "29(4)";

    private final Instruments instruments;
    private final Terms terms;

    Surroundings(Instruments instruments, Terms terms) {
        this.instruments = instruments;
        this.terms = terms;
    }

    /** As it is today where the request was made. */
    public Circumstances of(Request request) {
        var sending = request.sending();
        var instrument = Objects.requireNonNullElse(sending.instrument(), WITHOUT_TREATY);
        var requested = request.requested();
        var today = terms.clock().instant().atZone(requested.zone()).toLocalDate();
        var hold = new HashSet<String>();
        hold.add("instrument:" + instrument);
        hold.add("measure:" + sending.measure());
        hold.add("status:" + sending.status().code());
        if (sending.urgent()) {
            hold.add("urgent");
        }
        if (request.facts().getFirst().isCarried()) {
            hold.add("carried");
        }
        if (request.standing().stage() == Stage.PRESERVED) {
            hold.add("preserved");
        }
        instruments.between(request.requesting().state(), requested.state(), today).stream()
                .filter(relation -> relation.bound() == Bound.YES)
                .forEach(relation -> hold.add("bound:" + relation.instrument().id()));
        if (sending.instrument() != null
                && instruments.hasReservation(instrument, requested.state(), RESERVED_ARTICLE, today)) {
            hold.add("reservation" + RESERVED_ARTICLE);
        }
        return new Circumstances(hold);
    }
}
