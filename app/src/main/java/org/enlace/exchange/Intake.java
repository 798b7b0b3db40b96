package org.enlace.exchange;

import java.util.Optional;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.database.Retry;
import org.enlace.ledger.Act;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Send;
import org.enlace.procedure.ProcedureRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Where acts come in. The same bytes are one act however often and however simultaneously they are posted, and every time the answer is the first one. What it
 * tells beyond the act itself (index, receipt) may be late, never different.
 */
@Component
public class Intake {

    private final Signature signature;
    private final Taking taking;
    private final Acts acts;
    private final Requests requests;
    private final Confirmation confirmation;

    Intake(Signature signature, Taking taking, Acts acts, Requests requests, Confirmation confirmation) {
        this.signature = signature;
        this.taking = taking;
        this.acts = acts;
        this.requests = requests;
        this.confirmation = confirmation;
    }

    /**
     * @param into the request it is posted to, or null for one that begins a request
     * @throws Refused with the reason; then nothing was recorded
     */
    Taken take(@Nullable UUID into, Submission submission, Viewer viewer) {
        viewer.requireAuthority();
        var jws = Signature.read(submission.jws());
        var act = Signature.act(jws);
        requirePlace(act, into);
        if (acts.find(jws.digest()).isEmpty()) {
            signature.require(act, jws, viewer);
            takeFirst(act, jws, submission, viewer);
        } else if (!viewer.isOfficerOf(act.authority())) {
            throw ProcedureRefusal.NOT_YOUR_ACT.refused();
        }
        return answer(acts.find(jws.digest()), viewer);
    }

    /** What became of an act that was posted; absent when it never arrived. */
    public Taken look(UUID request, UUID act, Viewer viewer) {
        return answer(acts.find(request, act), viewer);
    }

    private static void requirePlace(Act act, @Nullable UUID into) {
        var begins = act.coded() instanceof Send;
        if (begins != (into == null) || (into != null && !into.equals(act.request()))) {
            throw ExchangeRefusal.OTHER_REQUEST.refused();
        }
    }

    private void takeFirst(Act act, Jws jws, Submission submission, Viewer viewer) {
        try {
            Retry.onConflict(() -> {
                taking.take(act, jws, submission.keys(), viewer);
                return true;
            });
        } catch (Refused | DuplicateKeyException failed) {
            // Another press of the same button was first, and made this one impossible: its answer is ours.
            if (acts.find(jws.digest()).isEmpty()) {
                throw failed instanceof DuplicateKeyException duplicate ? taken(duplicate) : failed;
            }
        }
    }

    private static Refused taken(DuplicateKeyException duplicate) {
        return String.valueOf(duplicate.getMessage()).contains("request_pk")
                ? ProcedureRefusal.ALREADY_SENT.refused()
                : ExchangeRefusal.ACT_ID_TAKEN.refused();
    }

    private Taken answer(Optional<Kept> kept, Viewer viewer) {
        var act = kept.orElseThrow(Refused::absent);
        return confirmation.answer(requests.require(act.request(), viewer), act);
    }
}
