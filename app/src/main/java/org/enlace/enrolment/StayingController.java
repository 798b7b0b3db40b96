package org.enlace.enrolment;

import static org.enlace.ui.Answer.seeOther;

import java.util.UUID;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Leaving;
import org.enlace.keys.AuthorityKeys;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether people are still there, what they hand over when they go, and their going where no key has to be made anew for it. */
@Controller
class StayingController {

    private final Colleagues colleagues;
    private final Confirming confirming;
    private final HandOver handOver;
    private final Losses losses;
    private final WithoutKey withoutKey;

    StayingController(
            Colleagues colleagues, Confirming confirming, HandOver handOver, Losses losses, WithoutKey withoutKey) {
        this.colleagues = colleagues;
        this.confirming = confirming;
        this.handOver = handOver;
        this.losses = losses;
        this.withoutKey = withoutKey;
    }

    @GetMapping("/colleagues/confirmations")
    Answer confirmations(Viewer viewer) {
        return confirming.page(viewer);
    }

    @PostMapping("/colleagues/{account}/confirmation")
    Answer confirm(@PathVariable UUID account, Viewer viewer) {
        confirming.confirm(account, viewer);
        return seeOther("/colleagues/confirmations");
    }

    @GetMapping("/colleagues/{account}/hand-over")
    Answer handOver(@PathVariable UUID account, Viewer viewer) {
        return handOver.page(colleagues.requireColleague(account, viewer), viewer);
    }

    /** Before anything is given up, what it would cost. */
    @GetMapping("/colleagues/losses/{authority}")
    Answer losses(@PathVariable String authority, Viewer viewer) {
        return losses.page(authority, viewer);
    }

    @PostMapping("/colleagues/{account}/leave")
    Answer leave(@PathVariable UUID account, Viewer viewer) {
        withoutKey.leave(colleagues.requireColleague(account, viewer), viewer);
        return seeOther("/colleagues");
    }

    /** Somebody goes who holds no authority's key: nothing is sealed to them, so nobody has to make a new one. */
    @Component
    static class WithoutKey {

        private final Accounts accounts;
        private final AuthorityKeys keys;
        private final Leaving leaving;

        WithoutKey(Accounts accounts, AuthorityKeys keys, Leaving leaving) {
            this.accounts = accounts;
            this.keys = keys;
            this.leaving = leaving;
        }

        @Transactional
        public void leave(UUID account, Viewer viewer) {
            var person = accounts.find(account).orElseThrow(Refused::absent);
            requireNoKey(person);
            leaving.leave(person, viewer.requireAccount());
        }

        /** Their authority's key is held, so that nobody admits them at the same moment. */
        private void requireNoKey(Account person) {
            var authority = person.authority();
            if (authority == null) {
                return;
            }
            var generation = keys.hold(authority);
            if (generation.isPresent()
                    && keys.members(authority, generation.getAsInt()).contains(person.id())) {
                throw EnrolmentRefusal.HOLDS_A_KEY.refused();
            }
        }
    }
}
