package org.enlace.ledger;

/** Well formed as far as this program can tell, but of a version or kind it does not know: a newer program may be able to read it. */
public final class Unknown extends Malformed {
    private static final long serialVersionUID = 1;

    public Unknown(String message) {
        super(message);
    }
}
