package org.enlace.treaties;

/** Whether an instrument binds on a day. What our data do not show is never turned into a no. */
public enum Bound {
    YES,
    NO,
    NOT_ESTABLISHED;

    Bound and(Bound other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : this;
    }
}
