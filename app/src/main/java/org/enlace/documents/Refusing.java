package org.enlace.documents;

import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.custody.Refusals;
import org.enlace.ledger.Hash;
import org.enlace.ledger.SignedRefusal;
import org.springframework.stereotype.Component;

/** Gives whoever sent bytes that are not taken the reason with a signature over what arrived: what was altered on the way can be told from what was sent wrongly. */
@Component
class Refusing {

    private final Refusals refusals;

    Refusing(Refusals refusals) {
        this.refusals = refusals;
    }

    /** @param arrived the hash of the bytes that arrived: of the piece, or of the whole file */
    Refused signed(Refused why, SignedRefusal.Kind kind, SealedFile file, Hash arrived, Viewer viewer) {
        var what = new SignedRefusal.What(kind, file.request(), file.id(), arrived);
        return refusals.signed(why, what, SignedRefusal.Next.AUTHOR, viewer);
    }
}
