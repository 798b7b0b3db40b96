package org.enlace.enrolment;

import java.util.List;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.access.Accounts;
import org.enlace.directory.Authorities;
import org.enlace.directory.Authority;
import org.enlace.keys.AuthorityKeys;
import org.enlace.keys.RecoverySheet;
import org.enlace.keys.SealedThings;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/**
 * What could not be read any more if the key of an authority had to be begun anew, in figures, before anybody does it; and who can still bring the key back, for then
 * nothing is lost at all. Only the authority's own officers, its coordinator and the secretariat learn the figures.
 */
@Component
class Losses {

    private final Authorities authorities;
    private final Accounts accounts;
    private final AuthorityKeys keys;
    private final List<SealedThings> things;

    Losses(Authorities authorities, Accounts accounts, AuthorityKeys keys, List<SealedThings> things) {
        this.authorities = authorities;
        this.accounts = accounts;
        this.keys = keys;
        this.things = things;
    }

    /** @throws Refused absent, for everybody else */
    LossesPage page(String id, Viewer viewer) {
        var authority = authorities.find(id, viewer).orElseThrow(Refused::absent);
        if (!mayKnow(authority, viewer)) {
            throw Refused.absent();
        }
        var sheet = keys.sheet(id).map(RecoverySheet::division).orElse(null);
        return new LossesPage(
                authority,
                holders(id),
                sheet == null ? 0 : sheet.threshold(),
                sheet == null ? 0 : sheet.shares(),
                things.stream().map(each -> line(each, id, viewer)).toList(),
                viewer.is(Role.COORDINATOR) || viewer.is(Role.SECRETARIAT));
    }

    private static boolean mayKnow(Authority authority, Viewer viewer) {
        return viewer.is(Role.SECRETARIAT)
                || viewer.isOfficerOf(authority.id())
                || (viewer.is(Role.COORDINATOR) && authority.state().equals(viewer.state()));
    }

    private int holders(String authority) {
        return (int) accounts.officersOf(authority).stream()
                .filter(officer -> keys.isMember(authority, officer.id()))
                .count();
    }

    private static String line(SealedThings each, String authority, Viewer viewer) {
        var tally = each.tally().apply(authority);
        var words = Words.of(each.room(), viewer.language());
        var oldest = tally.oldest();
        var newest = tally.newest();
        return words.say(
                each.sentence(),
                tally.count(),
                oldest == null ? "" : words.date(oldest.atZone(viewer.zone()).toLocalDate()),
                newest == null ? "" : words.date(newest.atZone(viewer.zone()).toLocalDate()));
    }
}
