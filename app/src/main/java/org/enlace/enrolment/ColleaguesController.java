package org.enlace.enrolment;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import java.util.UUID;
import org.enlace.Role;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.enlace.ui.MenuEntry;
import org.enlace.ui.Problems;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The people one answers for: who they are, who waits, who is invited, who asks to come back. */
@Controller
class ColleaguesController {

    private final Colleagues colleagues;
    private final Inviting inviting;
    private final Recoveries recoveries;
    private final PublicAddress address;

    ColleaguesController(Colleagues colleagues, Inviting inviting, Recoveries recoveries, PublicAddress address) {
        this.colleagues = colleagues;
        this.inviting = inviting;
        this.recoveries = recoveries;
        this.address = address;
    }

    @GetMapping("/colleagues")
    Answer show(Viewer viewer) {
        return colleagues.page(viewer, null, Problems.NONE);
    }

    @PostMapping("/colleagues/invitations")
    Answer invite(@Valid InviteForm form, BindingResult problems, Viewer viewer) {
        if (problems.hasErrors()) {
            var words = Words.of(ColleaguesController.class, viewer.language());
            return colleagues.page(viewer, form, Problems.of(problems, words));
        }
        var missing = inviting.missing(form, viewer);
        if (missing != null) {
            var words = Words.of(ColleaguesController.class, viewer.language());
            return colleagues.page(viewer, form, Problems.at(missing, words.say("invite." + missing + ".missing")));
        }
        var token = inviting.invite(form, viewer);
        return new InvitedPage(form.email(), address.link("/invitations/" + token.text()));
    }

    @PostMapping("/colleagues/invitations/{account}/withdrawal")
    Answer withdraw(@PathVariable UUID account, Viewer viewer) {
        inviting.withdraw(colleagues.requireInvitation(account, viewer));
        return seeOther("/colleagues");
    }

    @PostMapping("/colleagues/recoveries/{id}/confirmation")
    Answer confirm(@PathVariable UUID id, Viewer viewer) {
        recoveries.confirm(colleagues.requireRecovery(id, viewer), viewer.requireAccount());
        return seeOther("/colleagues");
    }

    @PostMapping("/colleagues/recoveries/{id}/refusal")
    Answer refuse(@PathVariable UUID id, Viewer viewer) {
        recoveries.refuse(colleagues.requireRecovery(id, viewer));
        return seeOther("/colleagues");
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry colleaguesEntry(Calls calls) {
            return new MenuEntry(
                    "enrolment", "menu.colleagues", "/colleagues", 80, Menu::answersForPeople, calls::waiting);
        }

        private static boolean answersForPeople(Viewer viewer) {
            return viewer.is(Role.OFFICER) || viewer.is(Role.COORDINATOR) || viewer.is(Role.SECRETARIAT);
        }
    }
}
