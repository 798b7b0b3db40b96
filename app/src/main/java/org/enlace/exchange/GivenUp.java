package org.enlace.exchange;

import java.util.UUID;

/** Published within the transaction in which an authority gives up what it keeps of a request: rooms that keep more of it destroy that in the same transaction. */
public record GivenUp(UUID request, String authority) {}
