package org.enlace.desk;

import java.time.ZoneId;
import org.enlace.exchange.Sequel;
import org.enlace.procedure.Side;
import org.enlace.ui.Words;

/**
 * A request between other authorities that continues the one that is read, in words: to the side that asked, that somebody of its state goes on; to the side that preserves, that
 * it has to go on preserving.
 *
 * @param requesting the authority that sent it, named
 * @param side the reader's
 * @param there the zone of the requested authority
 */
record SequelView(Sequel sequel, String requesting, Side side, ZoneId there) {

    String received(Words words, ZoneId yours) {
        return words.say("sequel." + side.code(), requesting, words.momentIn(sequel.receivedAt(), there, yours));
    }

    /** How far it is; on the side that preserves, also what that means for the data. */
    String outcome(Words words, ZoneId yours) {
        var at = sequel.decidedAt();
        var key = "sequel." + side.code() + '.' + sequel.outcome().code();
        return at == null ? words.say(key) : words.say(key, words.momentIn(at, there, yours));
    }
}
