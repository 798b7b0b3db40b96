package org.enlace.reach;

import java.time.Duration;
import org.enlace.notices.Trouble;
import org.enlace.notices.Troubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every minute for letters that did not arrive and that nobody has tried to send another way. Several processes may look at once. */
@Component
class ReturnRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnRounds.class);

    /** What failed before that is on the pages of those concerned, and no news. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private final Troubles troubles;
    private final SecondWays tried;
    private final SecondWay secondWay;

    ReturnRounds(Troubles troubles, SecondWays tried, SecondWay secondWay) {
        this.troubles = troubles;
        this.tried = tried;
        this.secondWay = secondWay;
    }

    @Scheduled(initialDelayString = "${enlace.reach.round:1m}", fixedDelayString = "${enlace.reach.round:1m}")
    void look() {
        var oldest = tried.now().minus(OLDEST);
        for (var page = troubles.since(oldest, null); !page.isEmpty(); page = troubles.since(oldest, page.getLast())) {
            var known = tried.of(
                    page.stream().map(trouble -> trouble.notice().effectKey()).toList());
            page.stream()
                    .filter(trouble -> !known.containsKey(trouble.notice().effectKey()))
                    .forEach(this::take);
        }
    }

    /** One that cannot be seen to stops no other. */
    private void take(Trouble trouble) {
        try {
            secondWay.take(trouble);
        } catch (DataAccessException unreachable) {
            LOG.warn(
                    "a letter that did not arrive could not be sent another way, it is tried again: {}",
                    unreachable.getMessage());
        }
    }
}
