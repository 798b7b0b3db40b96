package org.enlace.exchange;

import java.util.List;
import java.util.Set;
import org.enlace.Viewer;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.directory.OwnWord;
import org.enlace.ledger.Transfer;
import org.enlace.states.States;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/** A request goes on to another authority of the requested state, with its key sealed to that one. Content is never sealed again. */
@Component
class Transferring {

    private final Authorities authorities;
    private final SealedCopies copies;
    private final Holders holders;
    private final States states;
    private final OwnWord word;

    Transferring(Authorities authorities, SealedCopies copies, Holders holders, States states, OwnWord word) {
        this.authorities = authorities;
        this.copies = copies;
        this.holders = holders;
        this.states = states;
        this.word = word;
    }

    /** The request with its new holder, within the transaction of the act. */
    Request transfer(Request request, Fact fact, List<Submission.SealedKey> sealed, Viewer viewer) {
        var transfer = (Transfer) fact.act().coded();
        var from = request.requested();
        var to = authorities
                .find(transfer.to(), viewer)
                .filter(authority -> authority.state().equals(from.state()))
                .filter(authority -> !authority.id().equals(from.authority()))
                .orElseThrow(ExchangeRefusal.UNKNOWN_AUTHORITY::refused);
        copies.require(sealed, Set.of(to.id()), to.id(), transfer.generation());
        var transferred = request.with(fact, Sending.party(to));
        copies.keep(request.id(), sealed);
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
