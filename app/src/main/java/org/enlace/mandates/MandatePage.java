package org.enlace.mandates;

import java.time.LocalDate;
import java.util.List;
import org.enlace.changes.Change;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/**
 * One mandate.
 *
 * @param keeps whether the viewer may correct it
 * @param mayConfirm whether the viewer may say that it is still so
 * @param changes for those who keep it
 */
record MandatePage(Showing.Line line, LocalDate on, boolean keeps, boolean mayConfirm, List<Change> changes)
        implements Page {

    Mandate mandate() {
        return line.mandate();
    }

    Status standing() {
        return mandate().status(on);
    }

    @Override
    public String title(Words words) {
        return mandate().name();
    }

    @Override
    public LocalDate asOf() {
        return on;
    }
}
