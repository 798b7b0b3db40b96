package org.enlace.interchange;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.enlace.paper.Booklet;
import org.enlace.paper.BookletPdf;
import org.springframework.stereotype.Component;

/** Makes PDFs, few at a time: one of all states takes seconds and memory, and anybody may ask for it. */
@Component
class Printing {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @throws org.enlace.Refused BUSY, when others print and do not finish in time */
    byte[] pdf(Booklet booklet) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw InterchangeRefusal.BUSY.refused();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw InterchangeRefusal.BUSY.refused();
        }
        try {
            return BookletPdf.of(booklet);
        } finally {
            places.release();
        }
    }
}
