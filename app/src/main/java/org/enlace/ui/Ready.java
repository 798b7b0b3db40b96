package org.enlace.ui;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started Enlace where to go. */
@Component
@Profile("!demo & !invite") // the demo has more to say
@ConditionalOnWebApplication
class Ready {

    private static final Logger LOG = LoggerFactory.getLogger(Ready.class);

    private final PublicAddress address;

    Ready(PublicAddress address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        LOG.info("Enlace is ready: open {} (Ctrl-C stops it)", address.uri());
    }
}
