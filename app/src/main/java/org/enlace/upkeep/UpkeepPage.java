package org.enlace.upkeep;

import java.util.List;
import org.enlace.StateCode;
import org.enlace.directory.Authority;
import org.enlace.directory.Differences;
import org.enlace.directory.EntryWords;
import org.enlace.states.State;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * What to look at, what somebody has to do first.
 *
 * @param differing for the secretariat
 * @param withoutMailbox cannot be asked
 * @param mail whether this installation sends mail at all
 */
record UpkeepPage(
        List<OpenItem> items,
        List<Differences.Difference> differing,
        List<Authority> withoutMailbox,
        List<State> states,
        boolean mail)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("upkeep.title");
    }

    List<OpenItem> tasks() {
        return items.stream().filter(OpenItem::isTask).toList();
    }

    List<OpenItem> others() {
        return items.stream().filter(item -> !item.isTask()).toList();
    }

    String name(StateCode code, Words words) {
        return states.stream()
                .filter(state -> state.code().equals(code))
                .findFirst()
                .map(state -> state.name(words.language()))
                .orElse(code.iso3());
    }

    static String function(Differences.Difference difference, Words words) {
        return EntryWords.function(difference.function(), words.language());
    }
}
