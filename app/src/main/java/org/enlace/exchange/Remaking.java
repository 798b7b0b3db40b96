package org.enlace.exchange;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After an update that changed what acts amount to, the rows by which the desk is ordered are made again from the acts, one request at a time while the program
 * works. Without it a request that nobody touches would stay under the old rules for ever.
 */
@Component
class Remaking {

    private static final Logger LOG = LoggerFactory.getLogger(Remaking.class);

    private static final int AT_ONCE = 200;

    private final Standings standings;
    private final Requests requests;
    private final TransactionTemplate transaction;
    private volatile boolean finished;

    Remaking(Standings standings, Requests requests, TransactionTemplate transaction) {
        this.standings = standings;
        this.requests = requests;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT10S")
    void look() {
        if (finished) {
            return;
        }
        try {
            for (var outdated = standings.outdated(AT_ONCE);
                    !outdated.isEmpty();
                    outdated = standings.outdated(AT_ONCE)) {
                outdated.forEach(id -> transaction.executeWithoutResult(status -> {
                    standings.lock(id);
                    requests.find(id).ifPresent(standings::write);
                }));
            }
            finished = true;
        } catch (DataAccessException unreachable) {
            LOG.warn("What requests amount to could not be made anew, it is tried again: {}", unreachable.getMessage());
        }
    }
}
