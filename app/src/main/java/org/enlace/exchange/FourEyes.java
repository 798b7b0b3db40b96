package org.enlace.exchange;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.ledger.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That a request is sent by another officer than the one who last changed it: the choice of each authority, a dated fact. */
@Component
public class FourEyes {

    private final JdbcClient jdbc;
    private final LastHand lastHand;
    private final Accounts accounts;
    private final Clock clock;

    FourEyes(JdbcClient jdbc, LastHand lastHand, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.lastHand = lastHand;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The choice in force; nothing where the authority never chose. */
    public Optional<Choice> of(String authority) {
        return jdbc.sql("select * from exchange.four_eyes where authority = :authority order by since desc limit 1")
                .param("authority", authority)
                .query((row, index) ->
                        new Choice(row.getBoolean("required"), row.getObject("since", OffsetDateTime.class)))
                .optional();
    }

    /** The viewer's authority chooses. Choosing the same again records nothing. */
    public void choose(boolean required, Viewer viewer) {
        var authority = viewer.requireAuthority();
        if (of(authority).map(Choice::required).orElse(false) == required) {
            return;
        }
        jdbc.sql("insert into exchange.four_eyes values (:authority, :since, :required, :account)")
                .param("authority", authority)
                .param("since", clock.instant().atOffset(ZoneOffset.UTC))
                .param("required", required)
                .param("account", viewer.requireAccount())
                .update();
    }

    /** What nobody of the authority wrote down here has not been seen by a second pair of eyes either. */
    void require(Act send) {
        if (of(send.authority()).filter(Choice::required).isEmpty()) {
            return;
        }
        var wrote = lastHand.of(send.request(), send.authority());
        // A case system sends what one person decided there: it is no second pair of eyes.
        if (accounts.find(send.account()).filter(Account::system).isPresent()
                || wrote.filter(account -> !account.equals(send.account())).isEmpty()) {
            throw ExchangeRefusal.FOUR_EYES.refused();
        }
    }

    /** The second pair of eyes on what was signed elsewhere is the colleague who brings it in. */
    void requireCarried(Act send, Viewer viewer) {
        var chosen = of(send.authority()).filter(Choice::required).isPresent();
        if (chosen
                && (!viewer.isOfficerOf(send.authority())
                        || viewer.requireAccount().equals(send.account()))) {
            throw ExchangeRefusal.FOUR_EYES.refused();
        }
    }

    /** @param since when it was chosen */
    public record Choice(boolean required, OffsetDateTime since) {}
}
