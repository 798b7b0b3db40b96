package org.enlace.enrolment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Left;
import org.enlace.access.LeftBehind;
import org.enlace.access.ProgramTokens;
import org.enlace.keys.AuthorityKeys;
import org.enlace.notices.Notices;
import org.enlace.ui.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who leaves hands over first, and whether they can leave at all: nobody goes as the last one. */
@Component
class HandOver {

    private final Accounts accounts;
    private final AuthorityKeys keys;
    private final ProgramTokens tokens;
    private final List<LeftBehind> behind;
    private final Notices notices;

    HandOver(Accounts accounts, AuthorityKeys keys, ProgramTokens tokens, List<LeftBehind> behind, Notices notices) {
        this.accounts = accounts;
        this.keys = keys;
        this.tokens = tokens;
        this.behind = behind;
        this.notices = notices;
    }

    HandOverPage page(UUID leaver, Viewer viewer) {
        var person = accounts.find(leaver).orElseThrow(Refused::absent);
        return new HandOverPage(
                person,
                holdsKey(person),
                last(person),
                holders(person) == 2,
                lines(person, viewer).toList(),
                tokens.madeBy(leaver).stream().map(token -> token.label()).toList());
    }

    /** Whether nobody would be left of the kind: to open what is sent to the authority, to answer for the state, or to keep the shared records. */
    Last last(Account person) {
        if (holders(person) == 1) {
            return Last.OFFICER;
        }
        var state = person.state();
        if (person.roles().contains(Role.COORDINATOR)
                && state != null
                && accounts.coordinatorsOf(state).size() == 1) {
            return Last.COORDINATOR;
        }
        return person.roles().contains(Role.SECRETARIAT)
                        && accounts.secretariat().size() == 1
                ? Last.SECRETARIAT
                : Last.NOT;
    }

    /** Their mails stop with them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(Left left) {
        notices.stop(left.email());
    }

    private boolean holdsKey(Account person) {
        var authority = person.authority();
        return authority != null && keys.isMember(authority, person.id());
    }

    /** How many officers hold the authority's key, this one among them; 0 of somebody who is none of them. */
    private long holders(Account person) {
        var authority = person.authority();
        return authority == null || person.system() || !holdsKey(person)
                ? 0
                : accounts.officersOf(authority).stream().filter(this::holdsKey).count();
    }

    private Stream<HandOverPage.Line> lines(Account person, Viewer viewer) {
        return behind.stream().flatMap(each -> {
            var count = each.count().applyAsInt(person);
            return count == 0
                    ? Stream.of()
                    : Stream.of(new HandOverPage.Line(
                            Words.of(each.room(), viewer.language()).say(each.sentence(), count), each.path()));
        });
    }

    /** Of what the person would be the last one. The words are {@code last.<NAME>}. */
    enum Last {
        NOT,
        OFFICER,
        COORDINATOR,
        SECRETARIAT
    }
}
