package org.enlace.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.ledger.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That a request is sent by another officer than the one who last changed it: the choice of each authority, a dated fact. */
@Component
public class FourEyes {

    /** How long the first officer's word waits for the second. */
    public static final Duration WEEK = Duration.ofDays(7);

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

    /**
     * The viewer's authority chooses. Choosing the same again records nothing. That two officers are required no longer takes two officers: the first one's word is kept
     * for a week, and the second one's decides.
     */
    @Transactional
    public void choose(boolean required, Viewer viewer) {
        var authority = viewer.requireAuthority();
        if (isRequired(authority) == required) {
            return;
        }
        var word = ending(authority);
        if (!required && word.isEmpty()) {
            proposeEnding(authority, viewer);
        } else if (required || !word.orElseThrow().isOf(viewer)) {
            keep(required, authority, viewer);
        }
    }

    private boolean isRequired(String authority) {
        return of(authority).filter(Choice::required).isPresent();
    }

    private void keep(boolean required, String authority, Viewer viewer) {
        jdbc.sql("insert into exchange.four_eyes values (:authority, :since, :required, :account)")
                .param("authority", authority)
                .param("since", clock.instant().atOffset(ZoneOffset.UTC))
                .param("required", required)
                .param("account", viewer.requireAccount())
                .update();
    }

    /** Whose word it is that two officers be required no longer, while a second one is waited for. */
    public Optional<Ending> ending(String authority) {
        return jdbc.sql("""
                        select e.account, e.at from exchange.four_eyes_ending e
                        where e.authority = :authority and e.at > :oldest
                          and e.at > (select max(c.since) from exchange.four_eyes c where c.authority = :authority)
                        order by e.at limit 1
                        """)
                .param("authority", authority)
                .param("oldest", clock.instant().minus(WEEK).atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new Ending(row.getObject("account", UUID.class), row.getObject("at", OffsetDateTime.class)))
                .optional();
    }

    private void proposeEnding(String authority, Viewer viewer) {
        jdbc.sql("insert into exchange.four_eyes_ending values (:authority, :at, :account)")
                .param("authority", authority)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", viewer.requireAccount())
                .update();
    }

    /** Whether the viewer wrote in this draft last and, as their authority wants two officers, cannot send it. */
    public boolean isLastHand(UUID draft, Viewer viewer) {
        var authority = viewer.requireAuthority();
        return isRequired(authority)
                && lastHand.of(draft, authority)
                        .filter(account -> account.equals(viewer.account()))
                        .isPresent();
    }

    /** What nobody of the authority wrote down here has not been seen by a second pair of eyes either. */
    void require(Act send) {
        if (!isRequired(send.authority())) {
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
        if (isRequired(send.authority())
                && (!viewer.isOfficerOf(send.authority())
                        || viewer.requireAccount().equals(send.account()))) {
            throw ExchangeRefusal.FOUR_EYES.refused();
        }
    }

    /** @param since when it was chosen */
    public record Choice(boolean required, OffsetDateTime since) {}

    /** @param at when the first officer said so */
    public record Ending(UUID account, OffsetDateTime at) {

        public boolean isOf(Viewer viewer) {
            return account.equals(viewer.account());
        }
    }
}
