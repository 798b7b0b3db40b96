package org.enlace.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.enlace.mandates.SampleMandates;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Names the cast as national points of contact. Done twice, it changes nothing. */
@Component
@Profile("demo")
class Appointing implements SmartLifecycle {

    /** After the sample authorities are there, before the web server opens. */
    private static final int AFTER_THE_STAGING = 110;

    private final SampleMandates mandates;
    private final Clock clock;
    private boolean running;

    Appointing(SampleMandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    @Override
    public void start() {
        new Delegates(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .all()
                .forEach(mandates::enter);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_STAGING;
    }
}
