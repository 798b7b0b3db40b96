package org.enlace.enrolment;

import java.util.Objects;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.directory.Authorities;
import org.enlace.enrolment.ColleaguesPage.Colleague;
import org.enlace.enrolment.ColleaguesPage.Office;
import org.enlace.keys.AuthorityKey;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.OfficerKey;
import org.enlace.keys.OfficerKeys;
import org.enlace.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the key of an officer's authority stands, and how each colleague stands to it. */
@Component
class OfficeKeys {

    private final Authorities authorities;
    private final AuthorityKeys keys;
    private final OfficerKeys officers;
    private final PublicAddress address;

    OfficeKeys(Authorities authorities, AuthorityKeys keys, OfficerKeys officers, PublicAddress address) {
        this.authorities = authorities;
        this.keys = keys;
        this.officers = officers;
        this.address = address;
    }

    String origin() {
        return address.uri().toString();
    }

    /** The viewer's own authority; nothing for people without one. */
    @Nullable
    Office of(Viewer viewer) {
        var id = viewer.authority();
        if (id == null) {
            return null;
        }
        var name = authorities
                .find(id, viewer)
                .map(authority -> authority.name(viewer.language()))
                .orElse(id);
        var current = keys.current(id);
        return new Office(
                id,
                name,
                current.map(AuthorityKey::generation).orElse(0),
                current.map(AuthorityKey::paper).isPresent(),
                keys.isMember(id, viewer.requireAccount()),
                keys.canReceive(id));
    }

    Colleague colleague(Account account) {
        var authority = account.authority();
        var member = authority != null && keys.isMember(authority, account.id());
        var recipient = officers.find(account.id()).map(OfficerKey::recipient).orElse("");
        return new Colleague(account, Objects.requireNonNullElse(authority, ""), member, recipient);
    }
}
