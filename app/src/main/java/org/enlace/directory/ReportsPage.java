package org.enlace.directory;

import java.time.LocalDate;
import java.util.List;
import org.enlace.states.State;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** What was said in meetings and is still without paper, what is due first. */
record ReportsPage(List<Line> lines, LocalDate today) implements Page {

    @Override
    public String title(Words words) {
        return words.say("reports.title");
    }

    boolean isLate(Report report) {
        return report.due().isBefore(today);
    }

    /** One report with what it is about. */
    record Line(Report report, Authority authority, State state) {}
}
