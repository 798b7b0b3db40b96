package org.enlace.retention;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks four times a day at what is to be announced. It deletes nothing: only people do. */
@Component
class RetentionRounds {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionRounds.class);

    private final Choices choices;
    private final Announcing announcing;

    RetentionRounds(Choices choices, Announcing announcing) {
        this.choices = choices;
        this.announcing = announcing;
    }

    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT6H")
    void look() {
        for (var authority : choices.authorities()) {
            try {
                announcing.announce(authority);
            } catch (DataAccessException unreachable) {
                LOG.warn("What will go could not be announced, it is tried again: {}", unreachable.getMessage());
                return;
            }
        }
    }
}
