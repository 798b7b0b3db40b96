package org.enlace.systems;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.ProgramTokens;
import org.enlace.access.ProgramTokens.Made;
import org.enlace.notices.Notice;
import org.enlace.notices.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An officer connects a case system, gives it another token or takes one back. Whoever could misuse a token is not the only one to know that it was made. */
@Component
class Connecting {

    private final Accounts accounts;
    private final ProgramTokens tokens;
    private final SystemKeys keys;
    private final Notices notices;
    private final Clock clock;

    Connecting(Accounts accounts, ProgramTokens tokens, SystemKeys keys, Notices notices, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.keys = keys;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Makes the account and its first token.
     *
     * @throws Refused when the viewer does not hold the authority's key, or the address is somebody's already
     */
    @Transactional
    public Connected connect(ConnectForm form, Viewer viewer) {
        requireMember(viewer);
        var system = new Account(
                Generators.timeBasedEpochRandomGenerator().generate(),
                form.name().strip(),
                form.name().strip(),
                form.email(),
                Set.of(Role.OFFICER),
                viewer.state(),
                viewer.requireAuthority(),
                viewer.language(),
                viewer.zone(),
                clock.instant(),
                null,
                true);
        accounts.add(system);
        return new Connected(system, make(system, form.token(), viewer));
    }

    /** A further token, so that one can be replaced without a gap. */
    @Transactional
    public Connected renew(Account system, TokenForm form, Viewer viewer) {
        requireMember(viewer);
        return new Connected(system, make(system, form, viewer));
    }

    void revoke(Account system, UUID token, Viewer viewer) {
        tokens.end(token, system.id(), viewer.requireAccount());
    }

    private void requireMember(Viewer viewer) {
        viewer.requireAuthority();
        if (!keys.mayConnect(viewer)) {
            throw SystemsRefusal.NOT_ADMITTED_YET.refused();
        }
    }

    private Made make(Account system, TokenForm form, Viewer viewer) {
        var made = tokens.make(
                system.id(),
                form.label(),
                form.scope() == Scope.ACT,
                form.life().duration(),
                viewer.requireAccount());
        tell(made, viewer);
        return made;
    }

    private void tell(Made made, Viewer viewer) {
        var state = viewer.state();
        Stream.concat(
                        accounts.officersOf(viewer.requireAuthority()).stream(),
                        state == null ? Stream.of() : accounts.coordinatorsOf(state).stream())
                .forEach(person -> notices.queue(Notice.forAccount(
                        "token/" + made.id() + '/' + person.id(),
                        "account:" + person.id(),
                        person.email(),
                        person.language(),
                        Notice.Kind.TOKEN_MADE,
                        "/systems")));
    }

    /** A case system and the token just made for it. */
    record Connected(Account system, Made made) {}
}
