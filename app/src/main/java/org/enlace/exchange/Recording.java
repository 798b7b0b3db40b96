package org.enlace.exchange;

import java.util.UUID;
import org.enlace.custody.Custody;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Jws;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what happened, all or nothing: the act as it came, its sealed files, its entry in the custody log, who may read, and where the request stands now. */
@Component
class Recording {

    private final Requests requests;
    private final Acts acts;
    private final Content content;
    private final Custody custody;
    private final Standings standings;

    Recording(Requests requests, Acts acts, Content content, Custody custody, Standings standings) {
        this.requests = requests;
        this.acts = acts;
        this.content = content;
        this.custody = custody;
        this.standings = standings;
    }

    /**
     * @param request with what happened as its last fact
     * @param jws the bytes that were signed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Request request, Jws jws) {
        record(request, jws, request.last().act().authority());
    }

    /** @param uploader the authority whose officer uploaded the sealed files: of a carried file the one that brings it in */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Request request, Jws jws, String uploader) {
        var fact = request.last();
        content.bring(request, uploader);
        acts.keep(request, jws, custody.append(Entry.Kind.ACT, null, fact.digest(), fact.at()));
        standings.write(request);
        if (fact.kind() == Kind.SEND
                || fact.kind() == Kind.PRESERVE
                || request.standing().stage().isEnd()) {
            requests.continued(request).forEach(this::again);
        }
    }

    /** What becomes of an extension or a follow-up decides whether the guarantee before it is still watched. */
    private void again(UUID earlier) {
        standings.lock(earlier);
        requests.find(earlier).ifPresent(standings::write);
    }
}
