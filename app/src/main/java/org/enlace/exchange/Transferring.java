package org.enlace.exchange;

import java.util.List;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.OwnWord;
import org.enlace.ledger.Transfer;
import org.enlace.procedure.Fact;
import org.enlace.procedure.Request;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** A request goes on to another authority of the requested state. */
@Component
class Transferring {

    private final Authorities authorities;
    private final Compatriots compatriots;
    private final Holders holders;
    private final States states;
    private final OwnWord word;

    Transferring(Authorities authorities, Compatriots compatriots, Holders holders, States states, OwnWord word) {
        this.authorities = authorities;
        this.compatriots = compatriots;
        this.holders = holders;
        this.states = states;
        this.word = word;
    }

    /** The request with its new holder, within the transaction of the act. */
    Request transfer(Request request, Fact fact, List<Submission.SealedKey> sealed, Viewer viewer) {
        var transfer = (Transfer) fact.act().coded();
        var from = request.requested();
        var to = compatriots.give(request, from, transfer.to(), transfer.generation(), sealed, viewer);
        var transferred = request.with(fact, Sending.party(to));
        holders.keep(transferred);
        if (transfer.reason() == Transfer.Reason.WRONG_OFFICE) {
            authorities.find(from.authority(), viewer).ifPresent(wrong -> flag(wrong, to, viewer));
        }
        return transferred;
    }

    /** Whoever asks next should not go the same wrong way. Of the request itself nothing is said. */
    private void flag(Authority wrong, Authority right, Viewer viewer) {
        var language = wrong.language(states.require(wrong.state()));
        var said = Words.of(Transferring.class, language).say("wrong-office", right.name(language));
        word.doubt(wrong, said, viewer);
    }
}
