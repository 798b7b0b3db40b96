package org.enlace.treaties;

import java.time.LocalDate;
import java.util.List;
import org.enlace.paper.Sheet;
import org.enlace.ui.Page;
import org.enlace.ui.Words;

/** One document, as issued. */
record StatusPage(StatusDocument document, List<StatusDocument> corrigenda, Sheet sheet) implements Page {

    @Override
    public String title(Words words) {
        return sheet.title();
    }

    @Override
    public String marking() {
        return sheet.symbol();
    }

    @Override
    public LocalDate asOf() {
        return document.on();
    }

    String file(String ending) {
        return "/treaties/status/" + document.year() + '/' + document.number() + '/' + document.corrigendum() + '/'
                + ending;
    }
}
