package org.enlace.ledger;

/** A choice of a closed list, with its spelling in signed bytes. */
interface Spelled {
    String code();
}
