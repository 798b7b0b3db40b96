package org.enlace.enrolment;

import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.directory.Authorities;
import org.enlace.enrolment.ColleaguesPage.Colleague;
import org.enlace.enrolment.ColleaguesPage.Office;
import org.enlace.enrolment.ColleaguesPage.Standing;
import org.enlace.keys.AuthorityKey;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.OfficerKey;
import org.enlace.keys.OfficerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the key of an officer's authority stands, and how each colleague stands to it. */
@Component
class OfficeKeys {

    private final Authorities authorities;
    private final AuthorityKeys keys;
    private final OfficerKeys officers;
    private final SheetFacts sheets;
    private final Rotations rotations;

    OfficeKeys(
            Authorities authorities, AuthorityKeys keys, OfficerKeys officers, SheetFacts sheets, Rotations rotations) {
        this.authorities = authorities;
        this.keys = keys;
        this.officers = officers;
        this.sheets = sheets;
        this.rotations = rotations;
    }

    String origin() {
        return sheets.origin();
    }

    /** The viewer's own authority; nothing for people without one. */
    @Nullable
    Office of(Viewer viewer) {
        var id = viewer.authority();
        if (id == null) {
            return null;
        }
        var current = keys.current(id);
        return new Office(
                id,
                name(id, viewer),
                sheets.state(viewer),
                current.map(AuthorityKey::generation).orElse(0),
                keys.isMember(id, viewer.requireAccount()),
                keys.canReceive(id),
                current.map(AuthorityKey::madeAt).orElse(null),
                current.filter(rotations::isDue).isPresent(),
                sheets.of(id));
    }

    Colleague colleague(Account account, Viewer viewer) {
        var authority = account.authority();
        var recipient = officers.find(account.id()).map(OfficerKey::recipient).orElse("");
        return authority == null
                ? new Colleague(account, "", Standing.NO_AUTHORITY, recipient)
                : new Colleague(account, name(authority, viewer), standing(authority, account, recipient), recipient);
    }

    private Standing standing(String authority, Account account, String recipient) {
        if (recipient.isEmpty()) {
            return Standing.NOT_STATED;
        }
        if (keys.current(authority).isEmpty()) {
            return Standing.NO_KEY;
        }
        return keys.isMember(authority, account.id()) ? Standing.MEMBER : Standing.WAITING;
    }

    private String name(String authority, Viewer viewer) {
        return authorities
                .find(authority, viewer)
                .map(found -> found.name(viewer.language()))
                .orElse(authority);
    }
}
