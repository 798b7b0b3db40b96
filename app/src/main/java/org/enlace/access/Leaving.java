package org.enlace.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody goes, the only way there is: nothing of theirs lets anybody in again. Threat: two people send each other away at the same moment, each while the other is
 * still counted, and nobody is left who could invite; so whoever is counted is held until the one leaving is done (decision 0085).
 */
@Component
public class Leaving {

    private final JdbcClient database;
    private final Sessions sessions;
    private final ProgramTokens tokens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Leaving(
            JdbcClient database,
            Sessions sessions,
            ProgramTokens tokens,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.tokens = tokens;
        this.events = events;
        this.clock = clock;
    }

    /**
     * No session of the person goes on, none begins; nor does a token, their own or one that they made and may have kept; nor can anybody use an invitation of theirs.
     *
     * @param by who says that they left
     * @throws Refused when either is gone already, or nobody would be left to answer for the state or to keep the shared records
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(Account person, UUID by) {
        var here = hold(person, by);
        if (here.stream().noneMatch(other -> other.id().equals(by))) {
            throw AccessRefusal.LEFT_MEANWHILE.refused();
        }
        if (here.stream().noneMatch(other -> other.id().equals(person.id()))) {
            throw Refused.absent();
        }
        if (isLast(person, Role.COORDINATOR, here) || isLast(person, Role.SECRETARIAT, here)) {
            throw AccessRefusal.LAST_ONE.refused();
        }
        database.sql("update access.account set left_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", person.id())
                .update();
        sessions.endAll(person.id());
        tokens.endAll(person.id());
        withdrawInvitations(person.id());
        events.publishEvent(new Left(person.id(), person.email()));
    }

    /** Both of them and the person's peers, less those who have left: whoever else lets one of them go waits until this transaction ends, and then counts anew. */
    private List<Account> hold(Account person, UUID by) {
        return database.sql("""
                        select * from access.account
                        where left_at is null
                          and (id in (:person, :by)
                               or (:secretariat and 'SECRETARIAT' = any (roles))
                               or (:coordinator and 'COORDINATOR' = any (roles) and state = :state))
                        order by id for no key update""")
                .param("person", person.id())
                .param("by", by)
                .param("secretariat", person.roles().contains(Role.SECRETARIAT))
                .param("coordinator", person.roles().contains(Role.COORDINATOR))
                .param("state", Accounts.iso3(person.state()))
                .query(Accounts::account)
                .list();
    }

    private static boolean isLast(Account person, Role role, List<Account> here) {
        return person.roles().contains(role)
                && here.stream()
                        .filter(other -> !other.id().equals(person.id()))
                        .noneMatch(other -> other.roles().contains(role));
    }

    /** Threat: whoever is about to be sent away invites an accomplice first. */
    private void withdrawInvitations(UUID inviter) {
        database.sql("""
                        update access.invitation set withdrawn_at = :now
                        where invited_by = :inviter and completed_at is null and withdrawn_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("inviter", inviter)
                .update();
    }
}
