package org.enlace.enrolment;

import java.util.UUID;
import org.enlace.keys.Locksmith;
import org.enlace.keys.WaysForm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the ways to unlock one's own key. What a browser sent is checked before the transaction begins, because that uses challenges up. */
@Component
class OwnWays {

    private final Locksmith locksmith;
    private final TransactionTemplate transactions;

    OwnWays(Locksmith locksmith, TransactionTemplate transactions) {
        this.locksmith = locksmith;
        this.transactions = transactions;
    }

    void add(UUID account, WaysForm form) {
        var ways = locksmith.prepare(account, form);
        transactions.executeWithoutResult(transaction -> locksmith.fit(account, ways));
    }

    void remove(UUID account, UUID lock) {
        transactions.executeWithoutResult(transaction -> locksmith.remove(account, lock));
    }
}
