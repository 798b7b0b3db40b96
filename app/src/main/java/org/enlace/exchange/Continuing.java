package org.enlace.exchange;

import java.util.Optional;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.forms.Forms;
import org.enlace.ledger.Send;
import org.enlace.procedure.ProcedureRefusal;
import org.enlace.procedure.Request;
import org.enlace.procedure.Stage;
import org.springframework.stereotype.Component;

/** A request that continues another one: prolongs what was preserved, or is what was announced to follow. */
@Component
class Continuing {

    private final Requests requests;
    private final Forms forms;

    Continuing(Requests requests, Forms forms) {
        this.requests = requests;
        this.forms = forms;
    }

    /**
     * @param viewer an officer of the requesting authority, which must have sent the earlier one too, or have it shared with it
     * @throws Refused with the reason, which for a request that is not the viewer's is the same as for one that does not exist
     */
    void require(Send sending, Viewer viewer) {
        if (!sending.status().continues()) {
            return;
        }
        var earlier = earlier(sending, viewer)
                .filter(request -> request.mayBeContinuedBy(viewer))
                .orElseThrow(ExchangeRefusal.UNKNOWN_EARLIER_REQUEST::refused);
        var fits = sending.status() == Send.Status.EXTENSION ? extended(earlier, sending) : followed(earlier, sending);
        if (!fits) {
            throw ExchangeRefusal.UNKNOWN_EARLIER_REQUEST.refused();
        }
    }

    private Optional<Request> earlier(Send sending, Viewer viewer) {
        try {
            return Optional.ofNullable(sending.earlier()).map(id -> requests.require(id, viewer));
        } catch (Refused absent) {
            return Optional.empty();
        }
    }

    /** The same thing from the same authority, which has preserved it. */
    private static boolean extended(Request earlier, Send sending) {
        return earlier.requested().authority().equals(sending.requestedAuthority())
                && earlier.sending().form().equals(sending.form())
                && earlier.standing().stage() == Stage.PRESERVED;
    }

    /** Of the same state, another authority may be the one for it; to a third state goes only what the conditions let go. */
    private boolean followed(Request earlier, Send sending) {
        var stage = earlier.standing().stage();
        if (stage == Stage.WITHDRAWN || stage == Stage.COMMENTING) {
            return false;
        }
        if (!earlier.requested().state().iso3().equals(sending.requestedState())) {
            if (!earlier.mayFollowToThirdState()) {
                throw ProcedureRefusal.FORBIDDEN_BY_CONDITIONS.refused();
            }
            return true;
        }
        return earlier.sending().form().equals(sending.form())
                || forms.require(sending.form())
                        .follows()
                        .contains(earlier.sending().form());
    }
}
