package org.enlace.mandates;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.enlace.search.Index;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes persons out of the search once their term is over: nobody does anything on that day that would. */
@Component
class Ending {

    /** Longer than a program stands still without writing its whole index anew. */
    private static final int DAYS = 7;

    private final MandateRows rows;
    private final Index index;
    private final Clock clock;

    Ending(MandateRows rows, Index index, Clock clock) {
        this.rows = rows;
        this.index = index;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    @Transactional
    public void look() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        rows.all().stream()
                .filter(mandate ->
                        mandate.term().isOver(today) && !mandate.term().isOver(today.minusDays(DAYS)))
                .forEach(
                        mandate -> index.changed(MandateOffer.KIND, mandate.id().toString()));
    }
}
