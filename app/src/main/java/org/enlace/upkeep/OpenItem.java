package org.enlace.upkeep;

import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.states.State;
import org.enlace.ui.Words;

/**
 * An entry that somebody should look at.
 *
 * @param troubles at least one, the most pressing first
 */
record OpenItem(Authority authority, State state, List<Trouble> troubles, History history) {

    boolean isTask() {
        return troubles.stream().anyMatch(Trouble::isTask);
    }

    /** Whether the mailbox can be asked now. */
    boolean isAskable() {
        return authority.reach().mailbox() != null && !history.isWaiting();
    }

    /** What happened, in one sentence. */
    String said(Trouble trouble, Words words) {
        var key = "trouble." + trouble.name() + ".text";
        return switch (trouble) {
            case REPORTED -> words.say(key);
            case EXPIRED, EXPIRING -> {
                var expires = authority.freshness().goodUntil();
                yield expires == null ? "" : words.say(key, words.date(expires));
            }
            case DEAD ->
                words.say(key, history.failures(authority.reach().mailbox()))
                        + ' '
                        + words.say("rung." + history.rung(authority.reach()).name());
            case CAME_BACK, SILENT, NOT_SENT ->
                history.last()
                        .map(last -> words.say(
                                key,
                                words.date(Days.of(last.askedAt())),
                                last.fate() == null ? "" : last.fate().failure()))
                        .orElse("");
        };
    }
}
