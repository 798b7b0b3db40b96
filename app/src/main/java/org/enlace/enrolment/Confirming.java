package org.enlace.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Confirmations;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Twice a year the coordinator of a state says of each of its people that they are still there; the secretariat of those who act for no authority, and of the people of a
 * state that has no coordinator. Nobody confirms themselves.
 */
@Component
class Confirming {

    static final Duration AHEAD = Duration.ofDays(30);
    private static final Duration LAST_CALL = Duration.ofDays(7);

    private final Accounts accounts;
    private final Confirmations confirmations;
    private final Notices notices;
    private final Clock clock;

    Confirming(Accounts accounts, Confirmations confirmations, Notices notices, Clock clock) {
        this.accounts = accounts;
        this.confirmations = confirmations;
        this.notices = notices;
        this.clock = clock;
    }

    /** @throws Refused absent, for whoever confirms nobody */
    ConfirmationsPage page(Viewer viewer) {
        if (!confirms(viewer)) {
            throw Refused.absent();
        }
        var people = people(viewer);
        var until = confirmations.until(people.stream().map(Account::id).toList());
        var rows = people.stream()
                .map(person -> new ConfirmationsPage.Row(person, until.getOrDefault(person.id(), person.madeAt())))
                .sorted(java.util.Comparator.comparing(ConfirmationsPage.Row::until))
                .toList();
        return new ConfirmationsPage(rows, clock.instant(), viewer.zone());
    }

    /** @throws Refused absent, for somebody whom the viewer does not confirm */
    void confirm(UUID account, Viewer viewer) {
        var person = people(viewer).stream()
                .filter(each -> each.id().equals(account))
                .findFirst()
                .orElseThrow(Refused::absent);
        confirmations.confirm(person.id(), viewer.requireAccount());
    }

    static boolean confirms(Viewer viewer) {
        return viewer.is(Role.COORDINATOR) || viewer.is(Role.SECRETARIAT);
    }

    private List<Account> people(Viewer viewer) {
        var state = viewer.state();
        Stream<Account> people = Stream.of();
        if (viewer.is(Role.SECRETARIAT)) {
            people = Stream.concat(accounts.withoutAuthority().stream(), accounts.withoutCoordinator().stream());
        } else if (viewer.is(Role.COORDINATOR) && state != null) {
            people = Stream.concat(accounts.of(state).stream(), accounts.systemsOf(state).stream());
        }
        return people.filter(person -> !person.id().equals(viewer.account())).toList();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    @Transactional
    public void remind() {
        var now = clock.instant();
        var ending = confirmations.endingBefore(now.plus(AHEAD));
        var until = confirmations.until(ending.stream().map(Account::id).toList());
        for (var person : ending) {
            vouching(person).forEach(voucher -> tellVoucher(voucher, now));
            var end = until.getOrDefault(person.id(), now);
            if (end.isBefore(now.plus(LAST_CALL))) {
                tellPerson(person, end);
            }
        }
    }

    private Stream<Account> vouching(Account person) {
        var state = person.state();
        var coordinators = state == null
                ? List.<Account>of()
                : accounts.coordinatorsOf(state).stream()
                        .filter(coordinator -> !coordinator.id().equals(person.id()))
                        .toList();
        return coordinators.isEmpty()
                ? accounts.secretariat().stream().filter(other -> !other.id().equals(person.id()))
                : coordinators.stream();
    }

    /** Once a week for all of their people together, as long as anybody waits. */
    private void tellVoucher(Account voucher, Instant now) {
        var week = now.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay() / 7;
        notices.queue(Notice.forAccount(
                "confirmations/" + voucher.id() + '/' + week,
                "account:" + voucher.id(),
                voucher.email(),
                voucher.language(),
                Notice.Kind.CONFIRMATIONS_DUE,
                "/colleagues/confirmations"));
    }

    private void tellPerson(Account person, Instant end) {
        notices.queue(Notice.forAccount(
                "confirmed-until/" + person.id() + '/' + end.getEpochSecond(),
                "account:" + person.id(),
                person.email(),
                person.language(),
                Notice.Kind.CONFIRMATION_ENDING,
                "/account"));
    }
}
