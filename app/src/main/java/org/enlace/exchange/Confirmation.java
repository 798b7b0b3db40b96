package org.enlace.exchange;

import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.enlace.custody.Custody;
import org.enlace.ledger.Receipt;
import org.enlace.procedure.Kind;
import org.enlace.procedure.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Confirms acts once they have their place in the log: at once for whoever waits for the answer, a little later for what a crash or a late log left. */
@Component
class Confirmation {

    /** How long an answer waits for the log before it goes out without index and receipt. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int AT_A_TIME = 100;

    private final Receipts receipts;
    private final Requests requests;
    private final Acts acts;
    private final Custody custody;
    private final Recipients recipients;

    Confirmation(Receipts receipts, Requests requests, Acts acts, Custody custody, Recipients recipients) {
        this.receipts = receipts;
        this.requests = requests;
        this.acts = acts;
        this.custody = custody;
        this.recipients = recipients;
    }

    /** The answer to an act. Not within a transaction: the log gives an index after the commit. */
    Taken answer(Request request, Kept kept) {
        var index = custody.awaitIndex(kept.entry(), PATIENCE);
        var receipt = index.isPresent() ? confirm(request, kept, index.getAsLong()) : Optional.<String>empty();
        return new Taken(
                request.id(),
                request.reference(),
                kept.act(),
                kept.digest().hex(),
                boxed(index),
                receipt.orElse(null),
                kept.at());
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void makeUpForWhatIsMissing() {
        for (var missing : receipts.missing(AT_A_TIME)) {
            var kept = acts.find(missing.request(), missing.act()).orElseThrow();
            var index = custody.indexOf(kept.entry());
            if (index.isPresent()) {
                confirm(requests.find(missing.request()).orElseThrow(), kept, index.getAsLong());
            }
        }
    }

    private Optional<String> confirm(Request request, Kept kept, long index) {
        return kind(request, kept)
                .map(kind -> receipts.find(kept)
                        .orElseGet(() ->
                                receipts.keepFirst(kept, kind, custody.sign(receipt(request, kept, kind, index)))));
    }

    /** A request that had been opened was not recalled by being withdrawn. */
    private static Optional<Receipt.Kind> kind(Request request, Kept kept) {
        return Arrays.stream(Receipt.Kind.values())
                .filter(kind -> kind.actKind().equals(kept.kind().code()))
                .filter(kind -> kind != Receipt.Kind.RECALLED
                        || request.first(Kind.OPEN).isEmpty())
                .findFirst();
    }

    private Receipt receipt(Request request, Kept kept, Receipt.Kind kind, long index) {
        var recipient = recipients.of(request, kept.act());
        return new Receipt(
                Generators.timeBasedEpochGenerator().generate(),
                kind,
                request.id(),
                kept.act(),
                kept.digest(),
                recipient.authority(),
                recipient.recipient(),
                recipient.generation(),
                kept.at(),
                index);
    }

    private static @Nullable Long boxed(OptionalLong index) {
        return index.isPresent() ? index.getAsLong() : null;
    }
}
