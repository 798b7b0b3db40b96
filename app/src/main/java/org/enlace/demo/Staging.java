package org.enlace.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.directory.Function;
import org.enlace.directory.OfficeHours;
import org.enlace.directory.Samples;
import org.enlace.states.FactDate;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the sample authorities and the cast in their places, before the first page is asked for. Done twice, it changes nothing. */
@Component
@Profile("demo")
class Staging implements SmartLifecycle {

    /** After the public data was read (phase 0), before the web server opens. */
    private static final int AFTER_THE_DATA = 100;

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private final Samples samples;
    private final Accounts accounts;
    private final KeyMaking keys;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private boolean running;

    Staging(Samples samples, Accounts accounts, KeyMaking keys, TransactionTemplate transactions, Clock clock) {
        this.samples = samples;
        this.accounts = accounts;
        this.keys = keys;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void start() {
        transactions.executeWithoutResult(transaction -> {
            for (var office : Cast.Office.values()) {
                open(office);
                staff(office);
            }
            for (var member : Cast.values()) {
                if (member.office().isEmpty() && !isHere(member)) {
                    keys.equip(enter(member));
                }
            }
        });
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
        return AFTER_THE_DATA;
    }

    private void open(Cast.Office office) {
        samples.add(new Samples.SampleAuthority(
                office.id(),
                office.state(),
                office.kind(),
                office.names(),
                office.languages(),
                new OfficeHours(LocalTime.of(8, 0), LocalTime.of(17, 0)),
                office.isContactPoint(),
                office.mailbox()));
        switch (office.kind()) {
            case CONTACT_24_7 -> designate(office, "budapest", Function.CONTACT_24_7, "35");
            case CENTRAL_AUTHORITY -> {
                designate(office, "budapest", Function.MLA, "27(2)");
                designate(office, "budapest", Function.EXTRADITION, "24(7)");
                designate(office, "untoc", Function.MLA, "18(13)");
            }
            default -> {} // its peers write to it without a treaty
        }
    }

    private void designate(Cast.Office office, String instrument, Function function, String article) {
        samples.designate(office.id(), instrument, function, article, FactDate.of(SINCE));
    }

    /** The first officer makes the authority's key and admits the others. */
    private void staff(Cast.Office office) {
        var officers = Cast.officersOf(office);
        var first = officers.getFirst();
        if (isHere(first)) {
            return;
        }
        var account = enter(first);
        var founder = keys.equip(account);
        var key = keys.found(office, founder, account);
        for (var colleague : officers.subList(1, officers.size())) {
            keys.admit(office.id(), key, keys.equip(enter(colleague)), founder, account);
        }
    }

    private boolean isHere(Cast member) {
        return accounts.find(member.account()).isPresent();
    }

    private Account enter(Cast member) {
        var account = new Account(
                member.account(),
                member.personName(),
                member.function(),
                member.email(),
                member.roles(),
                member.state().orElse(null),
                member.office().map(Cast.Office::id).orElse(null),
                member.language(),
                member.zone(),
                clock.instant(),
                null,
                false);
        accounts.add(account);
        return account;
    }
}
