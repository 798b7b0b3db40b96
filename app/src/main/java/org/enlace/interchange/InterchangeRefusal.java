package org.enlace.interchange;

import org.enlace.Refusal;

enum InterchangeRefusal implements Refusal {
    NOT_A_STATE,
    NOT_A_KIND,
    /** Many print at once. */
    BUSY,
    /** Nothing can be sealed to an authority without a key. */
    NO_KEY,
    NOTHING_TICKED;

    @Override
    public int status() {
        return switch (this) {
            case NOT_A_STATE, NOT_A_KIND -> 400;
            case BUSY -> 503;
            case NO_KEY, NOTHING_TICKED -> 409;
        };
    }
}
