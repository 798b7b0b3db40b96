package org.enlace.procedure;

/**
 * What other requests do for the data that were preserved at this one's wish.
 *
 * @param asked an extension was asked for and is neither granted nor refused: the Convention gives no right to it, so it keeps nothing
 * @param prolonged an extension was granted: the guarantee goes on there
 * @param followed the same state has a request for the data themselves and has not refused it: they stay preserved until it is decided (Budapest Art. 29(7), second sentence)
 */
public record Continuation(boolean asked, boolean prolonged, boolean followed) {

    /** Nothing continues it, as when a request has just been sent. */
    public static final Continuation NONE = new Continuation(false, false, false);
}
