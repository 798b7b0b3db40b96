package org.enlace.updates;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Left;
import org.enlace.changes.PublishedChanges;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells readers by mail that what they follow has changed: once a day at most, in the morning where they are. The mail leads to a page; it says no fact. */
@Component
class Digest {

    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final Subscriptions subscriptions;
    private final PublishedChanges changes;
    private final Accounts accounts;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digest(
            Subscriptions subscriptions,
            PublishedChanges changes,
            Accounts accounts,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.accounts = accounts;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void tell() {
        tell(clock.instant());
    }

    void tell(Instant now) {
        subscriptions.readers().forEach(account -> transaction.executeWithoutResult(status -> tell(account, now)));
    }

    /** Who has left follows nothing from that moment on: the link in the mails they have is dead, too. */
    @EventListener
    void left(Left left) {
        subscriptions.forget(left.account());
    }

    private void tell(UUID id, Instant now) {
        subscriptions
                .take(id)
                .ifPresent(reader -> accounts.find(id)
                        .filter(account -> account.leftAt() == null)
                        .ifPresentOrElse(account -> tell(reader, account, now), () -> subscriptions.forget(id)));
    }

    private void tell(Subscriptions.Reader reader, Account account, Instant now) {
        var local = now.atZone(account.zone());
        if (local.toLocalTime().isBefore(MORNING) || local.toLocalDate().equals(reader.toldOn())) {
            return;
        }
        var topics = subscriptions.of(account.id());
        var changed = changes.since(reader.toldUntil()).stream()
                .anyMatch(published -> topics.stream().anyMatch(topic -> topic.has(published, changes)));
        if (changed) {
            var since = reader.toldUntil().atZone(ZoneOffset.UTC).toLocalDate();
            notices.queue(Notice.forAccount(
                    "updates/" + account.id() + '/' + local.toLocalDate(),
                    "account:" + account.id(),
                    account.email(),
                    account.language(),
                    Notice.Kind.UPDATES,
                    "/updates/mail/" + reader.token() + "?since=" + since));
        }
        subscriptions.told(account.id(), now, changed ? local.toLocalDate() : null);
    }
}
