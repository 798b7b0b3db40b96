package org.enlace.drafting;

import org.enlace.Refusal;

enum DraftRefusal implements Refusal {
    /** The request of this draft has been sent; there is nothing left to write. */
    DRAFT_SENT,
    /** Argument: the limit in kibibytes. */
    DRAFT_TOO_LARGE,
    /** Argument: the limit. */
    TOO_MANY_DRAFTS,
    /** Not a request of the viewer's authority, or shared with it, with data preserved; the same for one that the viewer may not see. */
    NOT_EXTENDABLE,
    /** Not a request of the viewer's authority, or shared with it, that something may follow; the same for one that the viewer may not see. */
    NOT_FOLLOWABLE,
    /** Under the conditions of what was received nothing may go to another state, or nothing was received. */
    NOT_TO_THIRD_STATE,
    /** Not a request that the viewer's own authority sent anew and took back; the same for one that the viewer may not see. */
    NOT_REPEATABLE,
    /** The step that is written about was taken, or is not possible any more. */
    ACT_NOT_OPEN,
    /** A new draft names the form that its pages are drawn from, and this program knows none of that name. */
    DRAFT_OF_NO_FORM(422),
    /** The bytes are not those of an age file. */
    DRAFT_NOT_SEALED(422);

    private final int status;

    DraftRefusal() {
        this(409);
    }

    DraftRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
