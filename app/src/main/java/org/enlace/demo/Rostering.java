package org.enlace.demo;

import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.directory.Authorities;
import org.enlace.duty.SampleRotas;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the cast on duty, so that somebody answers in every sample authority at any hour. Done twice, it changes nothing. */
@Component
@Profile("demo")
class Rostering implements SmartLifecycle {

    /** After the cast is there, before the web server opens. */
    private static final int AFTER_THE_STAGING = 110;

    private final SampleRotas rotas;
    private final Authorities authorities;
    private final Accounts accounts;
    private boolean running;

    Rostering(SampleRotas rotas, Authorities authorities, Accounts accounts) {
        this.rotas = rotas;
        this.authorities = authorities;
        this.accounts = accounts;
    }

    @Override
    public void start() {
        for (var office : Cast.Office.values()) {
            if (!office.isContactPoint()) {
                continue;
            }
            var officers = Cast.officersOf(office);
            var first = officers.getFirst().account();
            var second = officers.getLast().account();
            var writer = accounts.find(first).map(Account::viewer).orElseThrow();
            rotas.keep(authorities.require(office.id(), writer), first, second, office.telephone(), writer);
        }
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
