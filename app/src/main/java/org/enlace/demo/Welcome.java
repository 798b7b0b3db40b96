package org.enlace.demo;

import org.enlace.ui.PublicAddress;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on the console where to go, once everything is there. */
@Component
@Profile("demo")
class Welcome {

    private final PublicAddress address;

    Welcome(PublicAddress address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        IO.println("""

                Enlace is ready. Open this in your browser:

                    %s

                It leads you through a preservation request from Paraguay to Costa Rica, in two windows.
                Everything stays on this computer; people, authorities marked "sample" and keys are invented.
                Stop with Ctrl-C; what you did is kept for the next time.
                """.formatted(address.link("/demo")));
    }
}
