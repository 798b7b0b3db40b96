package org.enlace.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.access.Account;
import org.enlace.keys.Lock;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * One's own account.
 *
 * @param recipient of the officer key, for its six words
 * @param confirmedUntil when access to content ends, if nobody confirms
 * @param origin the address that keys are bound to
 */
record AccountPage(Account account, String recipient, Instant confirmedUntil, List<Way> ways, String origin)
        implements Page {

    @Override
    public String title(Words words) {
        return words.say("account.title");
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    String roles(Words words) {
        return Roles.named(account.roles(), words);
    }

    /** Whether it may be taken away: paper never, and nothing of the last two. */
    boolean isRemovable(Way way) {
        return way.kind() != Lock.Kind.PAPER && way.kind() != Lock.Kind.DEMO && ways.size() > 2;
    }

    /**
     * One way to unlock.
     *
     * @param label how its owner calls a passkey, else empty
     */
    record Way(UUID id, Lock.Kind kind, String label, Instant madeAt) {}
}
