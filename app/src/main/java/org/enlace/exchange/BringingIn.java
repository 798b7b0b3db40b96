package org.enlace.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.database.Retry;
import org.enlace.ledger.Act;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.Send;
import org.enlace.ledger.Signed;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Where carried files are brought in, by an officer of either authority. Acts are taken one after the other; what is there already stays as it is, so that both sides
 * may bring in the same file, in any order and as often as they like.
 */
@Component
public class BringingIn {

    private static final int MOST = 2000;

    private final CarriedTaking taking;
    private final Acts acts;
    private final Requests requests;
    private final Confirmation confirmation;
    private final Refusing refusing;

    BringingIn(CarriedTaking taking, Acts acts, Requests requests, Confirmation confirmation, Refusing refusing) {
        this.taking = taking;
        this.acts = acts;
        this.requests = requests;
        this.confirmation = confirmation;
        this.refusing = refusing;
    }

    /** What became of one act. */
    public enum Outcome {
        BROUGHT_IN,
        ALREADY_HERE,
        NOT_TAKEN
    }

    /**
     * @param why the act was not taken, or null; with the signed record, as every refusal of an act
     * @param act as it was signed
     */
    public record Became(Act act, Outcome outcome, @Nullable Refused why) {}

    /**
     * Brings in what a file holds.
     *
     * @param jws the acts in the order in which they were signed
     * @param keys the copies of the request's key
     * @return what became of each, in the same order; after the first that is not taken none of the rest is
     * @throws Refused when the file is of no request or of several, or not for the viewer's authority; then nothing was recorded
     */
    public List<Became> bring(List<String> jws, List<Submission.SealedKey> keys, Viewer viewer) {
        var signed = read(jws);
        requireParty(signed.getFirst(), viewer);
        var became = new ArrayList<Became>();
        var stopped = false;
        for (var each : signed) {
            var copies = each.act().coded() instanceof Send ? keys : List.<Submission.SealedKey>of();
            var outcome = stopped ? new Became(each.act(), Outcome.NOT_TAKEN, null) : bring(each, copies, viewer);
            stopped = outcome.outcome() == Outcome.NOT_TAKEN;
            became.add(outcome);
        }
        confirm(signed, viewer);
        return became;
    }

    private Became bring(Read each, List<Submission.SealedKey> keys, Viewer viewer) {
        if (acts.find(each.jws().digest()).isPresent()) {
            return new Became(each.act(), Outcome.ALREADY_HERE, null);
        }
        try {
            Retry.onConflict(() -> {
                taking.take(each.act(), each.jws(), keys, viewer);
                return true;
            });
            return new Became(each.act(), Outcome.BROUGHT_IN, null);
        } catch (Refused | DuplicateKeyException failed) {
            // The other side brought in the same file just now: then it is here.
            if (acts.find(each.jws().digest()).isPresent()) {
                return new Became(each.act(), Outcome.ALREADY_HERE, null);
            }
            var why = failed instanceof Refused refused ? refused : ExchangeRefusal.ACT_ID_TAKEN.refused();
            return new Became(each.act(), Outcome.NOT_TAKEN, refusing.signed(why, each.act(), each.jws(), viewer));
        }
    }

    /** Receipts for what came in; what the log is late for gets its own a little later. */
    private void confirm(List<Read> signed, Viewer viewer) {
        for (var each : signed) {
            acts.find(each.jws().digest())
                    .ifPresent(kept -> confirmation.answer(requests.require(kept.request(), viewer), kept));
        }
    }

    private static List<Read> read(List<String> jws) {
        if (jws.isEmpty() || jws.size() > MOST) {
            throw ExchangeRefusal.MALFORMED.refused("A carried file holds from 1 to " + MOST + " acts.");
        }
        var read = jws.stream().map(BringingIn::read).toList();
        UUID request = read.getFirst().act().request();
        if (!(read.getFirst().act().coded() instanceof Send)
                || read.stream().anyMatch(each -> !each.act().request().equals(request))) {
            throw ExchangeRefusal.MALFORMED.refused("The acts are not those of one request from its sending on.");
        }
        return read;
    }

    private static Read read(String compact) {
        var jws = Signature.read(compact);
        try {
            if (Signed.of(jws) instanceof Act act) {
                return new Read(jws, act);
            }
        } catch (Malformed malformed) {
            throw ExchangeRefusal.MALFORMED.refused(String.valueOf(malformed.getMessage()));
        }
        throw ExchangeRefusal.MALFORMED.refused("This is signed, though it is no act.");
    }

    /** Nobody else's request is brought in, not even to be told that it exists. */
    private void requireParty(Read first, Viewer viewer) {
        var own = viewer.requireAuthority();
        var send = first.act();
        if (!own.equals(send.authority()) && !own.equals(((Send) send.coded()).requestedAuthority())) {
            throw refusing.signed(ExchangeRefusal.NOT_FOR_YOU.refused(), send, first.jws(), viewer);
        }
    }

    private record Read(Jws jws, Act act) {}
}
