package org.enlace.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.enlace.ledger.Officers.Item;
import org.jspecify.annotations.Nullable;

/** Whether acts, receipts and reminders are one story: of one request, by people entitled to it, each following on one before. */
final class RequestCheck {
    private final UUID request;
    private final Officers officers;
    private final Findings findings;
    private final Map<UUID, Item> byId = new HashMap<>();
    private final Map<Hash, Long> indexes = new HashMap<>();
    private final Map<UUID, String> recipients = new HashMap<>();

    /** Who has the request from each act on. */
    private final Map<UUID, String> holders = new HashMap<>();

    private @Nullable String requesting;
    private @Nullable String requested;
    private boolean opened;

    RequestCheck(UUID request, Officers officers, Findings findings) {
        this.request = request;
        this.officers = officers;
        this.findings = findings;
    }

    void acts(List<Item> items) {
        if (items.isEmpty()) {
            findings.wrong("no-acts");
            return;
        }
        for (var item : items) {
            indexes.put(item.jws().digest(), item.index());
        }
        begin(items.getFirst());
        long last = -1;
        for (var item : items) {
            if (item.index() <= last) {
                findings.wrong("acts-order", item.file());
            }
            last = item.index();
            if (item.signed() instanceof Act act) {
                act(item, act);
            } else {
                findings.wrong("not-an-act", item.file());
            }
        }
    }

    void receipts(List<Item> items, VerifyingKey host) {
        for (var item : items) {
            if (!(item.signed() instanceof Receipt receipt)) {
                findings.wrong("not-a-receipt", item.file());
            } else if (!item.jws().isSignedBy(host)) {
                findings.wrong("receipt-signature", item.file());
            } else {
                receipt(item, receipt);
            }
        }
    }

    /** @param entries those that are proved, by their indexes */
    void reminders(List<Item> items, VerifyingKey host, Map<Long, Entry> entries) {
        for (var item : items) {
            if (!(item.signed() instanceof Reminder reminder)) {
                findings.wrong("not-a-reminder", item.file());
            } else if (!item.jws().isSignedBy(host)) {
                findings.wrong("reminder-signature", item.file());
            } else {
                reminder(item, reminder);
                var entry = entries.get(item.index());
                if (entry == null || !entry.time().equals(reminder.time())) {
                    findings.wrong("reminder-time", item.file());
                }
            }
        }
    }

    private void begin(Item first) {
        if (first.signed() instanceof Act act && act.coded() instanceof Send send) {
            requesting = act.authority();
            requested = send.requestedAuthority();
        } else {
            findings.wrong("no-send", first.file());
        }
    }

    private void act(Item item, Act act) {
        if (!act.request().equals(request)) {
            findings.wrong("other-request", item.file());
        }
        if (byId.putIfAbsent(act.act(), item) != null) {
            findings.wrong("act-twice", item.file());
        }
        if (requesting != null
                && !act.authority().equals(requesting)
                && !act.authority().equals(requested)) {
            findings.wrong("not-a-party", item.file(), act.authority());
        }
        if (act.coded() instanceof Share && !act.authority().equals(requesting)) {
            findings.wrong("shared-by-another", item.file(), act.authority());
        }
        if (!isAboutItsConditions(act)) {
            findings.wrong("conditions-of-another", item.file(), act.authority());
        }
        var previous = act.previous();
        if (previous == null) {
            if (byId.size() > 1) {
                findings.wrong("second-send", item.file());
            }
        } else if (indexes.getOrDefault(previous, Long.MAX_VALUE) >= item.index()) {
            findings.wrong("chain", item.file());
        }
        signer(item, act);
        follow(act);
    }

    /** Conditions are refused by the side that they bind, and upheld by the one that set them. */
    private boolean isAboutItsConditions(Act act) {
        return switch (act.coded()) {
            case RefuseConditions refused -> isSetBy(refused.result(), !isRequesting(act));
            case UpholdConditions upheld -> isSetBy(upheld.result(), isRequesting(act));
            default -> true;
        };
    }

    private boolean isRequesting(Act act) {
        return act.authority().equals(requesting);
    }

    /** Those of the request by the requesting side, those of a result, which must be here, by the other. */
    private boolean isSetBy(@Nullable UUID result, boolean requestingSide) {
        if (result == null) {
            return requestingSide;
        }
        var given = byId.get(result);
        return !requestingSide && given != null && given.signed() instanceof Act act && act.coded() instanceof Result;
    }

    /** Who has the request from this act on, and whom a receipt for it names. */
    private void follow(Act act) {
        if (act.coded() instanceof Transfer transfer && act.authority().equals(requested)) {
            requested = transfer.to();
        }
        if (requested != null) {
            holders.put(act.act(), requested);
        }
        var recipient = act.coded() instanceof Result ? requesting : requested;
        if (recipient != null && !(opened && act.coded() == Coded.Plain.WITHDRAW)) {
            recipients.put(act.act(), recipient);
        }
        opened = opened || act.coded() instanceof Open;
    }

    private void signer(Item item, Act act) {
        var signer = officers.signer(item.jws(), item.index());
        if (signer.isEmpty()) {
            findings.wrong("act-signature", item.file());
        } else if (!signer.get().account().equals(act.account())) {
            findings.wrong("not-the-author", item.file());
        } else if (!officers.knows(act.authority())) {
            findings.unclear("authority-unknown", act.authority());
        } else if (!officers.belonged(act.authority(), act.account(), item.index())) {
            findings.wrong("not-of-authority", item.file(), act.authority());
        }
    }

    private void receipt(Item item, Receipt receipt) {
        var acknowledged = byId.get(receipt.act());
        if (!receipt.request().equals(request) || acknowledged == null || !(acknowledged.signed() instanceof Act act)) {
            findings.wrong("receipt-of-no-act", item.file());
            return;
        }
        boolean fits = receipt.digest().equals(acknowledged.jws().digest())
                && receipt.kind().actKind().equals(act.kind());
        if (!fits) {
            findings.wrong("receipt-of-another", item.file());
        }
        if (receipt.index() != acknowledged.index()) {
            findings.wrong("receipt-index", item.file(), receipt.index(), acknowledged.index());
        }
        if (requesting != null && !receipt.authority().equals(recipients.get(receipt.act()))) {
            findings.wrong("receipt-of-another", item.file());
        }
        boolean otherKey = officers.recipient(receipt.authority(), receipt.generation())
                .filter(key -> !key.equals(receipt.recipientKey()))
                .isPresent();
        if (otherKey) {
            findings.wrong("receipt-key", item.file());
        }
    }

    /** A date may have been set for either side. */
    private boolean wasToAct(Reminder reminder, Act act) {
        var authority = reminder.authority();
        return switch (reminder.step()) {
            case DEPUTY, COORDINATORS -> authority.equals(recipients.get(act.act()));
            case OVERDUE -> authority.equals(requesting) || authority.equals(holders.get(act.act()));
            default -> authority.equals(requesting);
        };
    }

    private void reminder(Item item, Reminder reminder) {
        var waited = byId.get(reminder.act());
        if (!reminder.request().equals(request) || waited == null || !(waited.signed() instanceof Act act)) {
            findings.wrong("reminder-of-no-act", item.file());
            return;
        }
        boolean fits = reminder.digest().equals(waited.jws().digest())
                && reminder.step().follows(act)
                && item.index() > waited.index();
        if (!fits || (requesting != null && !wasToAct(reminder, act))) {
            findings.wrong("reminder-of-another", item.file());
        }
    }
}
