package org.enlace.keys;

import org.jspecify.annotations.Nullable;

/**
 * How a recovery sheet is divided among custodians of the state: any {@code threshold} of its {@code shares} are the sheet, fewer are nothing. It is all that the
 * server ever learns of the shares, and comes only after so many of them were typed back from paper.
 */
public record Division(int shares, int threshold) {

    private static final int MOST_CUSTODIANS = 7;

    /** Of a sheet from before sheets were divided. */
    static final Division WHOLE = new Division(1, 1);

    /** @throws org.enlace.Refused when a new sheet comes without its division, which means without its rehearsal, or with one that cannot be */
    static Division requireRehearsed(@Nullable Division division) {
        if (division == null) {
            throw KeysRefusal.NOT_REHEARSED.refused();
        }
        if (!division.isPossible()) {
            throw KeysRefusal.UNREADABLE.refused();
        }
        return division;
    }

    private boolean isPossible() {
        return shares == 1 ? threshold == 1 : shares <= MOST_CUSTODIANS && threshold >= 2 && threshold <= shares;
    }
}
