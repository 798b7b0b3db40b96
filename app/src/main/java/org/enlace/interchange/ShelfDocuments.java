package org.enlace.interchange;

import java.util.Map;
import java.util.stream.Collectors;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.springframework.stereotype.Component;

/** The printed directory and the data behind it, as of now. */
@Component
class ShelfDocuments {

    private final Extracts extracts;
    private final Shelf shelf;
    private final Printing printing;

    ShelfDocuments(Extracts extracts, Shelf shelf, Printing printing) {
        this.extracts = extracts;
        this.shelf = shelf;
        this.printing = printing;
    }

    /** @param viewer who alone will read it, in that viewer's language; the public for a copy that is not sealed */
    byte[] pdf(Choice choice, Viewer viewer) {
        return printing.pdf(shelf.booklet(extracts.today(choice), viewer, viewer.language()));
    }

    DataFile file(StateCode state) {
        return DataFile.of(extracts.today(Choice.of(state)).entries());
    }

    /** The hash of each state's data file right now. */
    Map<StateCode, String> hashes(Choice choice) {
        return extracts.today(choice).entries().stream()
                .collect(Collectors.groupingBy(entry -> entry.authority().state()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        state -> DataFile.of(state.getValue()).sha256().hex()));
    }
}
