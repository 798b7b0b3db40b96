package org.enlace.ledger;

/** Something read from outside is not what it must be. The message is one English sentence for a technician, without the offending bytes. */
public class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Malformed(String message) {
        super(message);
    }

    public Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
