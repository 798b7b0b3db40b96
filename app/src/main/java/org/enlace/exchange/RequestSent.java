package org.enlace.exchange;

import java.util.UUID;

/** Published within the transaction in which a request comes to be: what must hold together with it is done by whoever listens, or nothing is. */
public record RequestSent(UUID request, String authority) {}
