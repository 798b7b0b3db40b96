package org.enlace.duty;

import java.time.Instant;
import java.util.List;
import org.enlace.directory.Authority;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * One call: its code for whoever asked for it, and who is on the other end once it was typed.
 *
 * @param otherState the name of the other authority's state
 * @param numbers on which the other authority can be called back
 */
record CallPage(Call call, Authority own, Authority other, String otherState, List<String> numbers, Instant now)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say(call.isVerified() ? "call.verified" : "call.title");
    }

    /** The officer of the other authority, once it was verified. */
    HandOver.Officer counterpart() {
        var check = call.check();
        return call.issuer().equals(own.id()) && check != null ? check.by() : call.by();
    }
}
