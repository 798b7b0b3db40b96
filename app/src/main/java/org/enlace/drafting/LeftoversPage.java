package org.enlace.drafting;

import java.util.List;
import java.util.UUID;
import org.enlace.documents.Leftovers.Leftover;
import org.enlace.ui.Page;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * Files of the authority that no act has brought, by what they were uploaded for. Their names are sealed: the host knows when each came, from whom, and how large it is.
 *
 * @param count of all of them
 * @param most how many there may be
 * @param days after which one goes by itself where nothing half written may need it
 */
record LeftoversPage(List<Place> places, int count, int most, int days) implements Page {

    /**
     * @param reference of the request, or null where there is none yet, or none any more
     * @param needed whether something half written may name these files
     */
    record Place(UUID request, boolean draft, @Nullable String reference, boolean needed, List<Leftover> files) {}

    @Override
    public String title(Words words) {
        return words.say("draft.files.title");
    }

    static String size(Leftover file, Words words) {
        return words.say("draft.files.size", file.size() >> 20);
    }
}
