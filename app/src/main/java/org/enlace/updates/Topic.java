package org.enlace.updates;

import org.enlace.StateCode;
import org.enlace.changes.Published;
import org.enlace.changes.PublishedChanges;
import org.jspecify.annotations.Nullable;

/**
 * What can be followed: everything, what concerns a state, what is under an instrument, or what is both.
 *
 * @param instrument the id of an instrument, or null
 */
record Topic(@Nullable StateCode state, @Nullable String instrument) {

    /** Reads what {@link #toString} wrote of a state, an instrument or everything. */
    static Topic parse(String text) {
        var slash = text.indexOf('/');
        var name = text.substring(slash + 1);
        if (text.startsWith("state/")) {
            return new Topic(new StateCode(name), null);
        }
        return text.startsWith("instrument/") ? new Topic(null, name) : new Topic(null, null);
    }

    PublishedChanges.Which which() {
        return new PublishedChanges.Which(state, instrument);
    }

    boolean has(Published published, PublishedChanges changes) {
        return (state == null || state.equals(published.state()))
                && (instrument == null || changes.isUnder(published, instrument));
    }

    /** One that can be subscribed to: not the two at once. */
    boolean isPlain() {
        return state == null || instrument == null;
    }

    /** {@code state=CRI&instrument=untoc}; empty for everything. */
    String query() {
        var ofState = state == null ? "" : "state=" + state;
        var under = instrument == null ? "" : "instrument=" + instrument;
        return ofState.isEmpty() || under.isEmpty() ? ofState + under : ofState + '&' + under;
    }

    /** How a plain one is stored. */
    @Override
    public String toString() {
        if (state != null) {
            return "state/" + state;
        }
        return instrument == null ? "all" : "instrument/" + instrument;
    }
}
