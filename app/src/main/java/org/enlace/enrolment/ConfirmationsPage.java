package org.enlace.enrolment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.enlace.access.Account;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** The people whom one confirms twice a year, those who wait longest first. */
record ConfirmationsPage(List<Row> rows, Instant now, ZoneId zone) implements Page {

    @Override
    public String title(Words words) {
        return words.say("confirmations.title");
    }

    boolean isOver(Row row) {
        return !now.isBefore(row.until());
    }

    /** Whether it is worth a press today. */
    boolean isDue(Row row) {
        return row.until().isBefore(now.plus(Confirming.AHEAD));
    }

    /** @param until when the person loses access to content, if nobody confirms */
    record Row(Account person, Instant until) {}
}
