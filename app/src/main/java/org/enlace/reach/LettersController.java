package org.enlace.reach;

import static org.enlace.ui.Answer.seeOther;

import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where people choose when letters come: to themselves, and, its officers, to the mailbox of their authority. */
@Controller
class LettersController {

    private final Wishes wishes;
    private final Owners owners;

    LettersController(Wishes wishes, Owners owners) {
        this.wishes = wishes;
        this.owners = owners;
    }

    @GetMapping("/account/letters")
    Answer mine(Viewer viewer) {
        return page(me(viewer));
    }

    @Transactional
    @PostMapping("/account/letters")
    Answer chooseMine(@ModelAttribute WishForm form, BindingResult problems, Viewer viewer) {
        return choose(me(viewer), form, problems, viewer);
    }

    @GetMapping("/desk/letters")
    Answer ours(Viewer viewer) {
        return page(office(viewer));
    }

    @Transactional
    @PostMapping("/desk/letters")
    Answer chooseOurs(@ModelAttribute WishForm form, BindingResult problems, Viewer viewer) {
        return choose(office(viewer), form, problems, viewer);
    }

    private Answer choose(Owner owner, WishForm form, BindingResult problems, Viewer viewer) {
        var page = page(owner);
        if (page.isFixed()) {
            throw ReachRefusal.ANSWERS_DAY_AND_NIGHT.refused();
        }
        var wish = form.read(problems);
        if (wish.isEmpty()) {
            return page.with(form, Problems.of(problems, Words.of(LettersController.class, viewer.language())));
        }
        wishes.choose(owner.audience(), wish.get(), viewer.requireAccount());
        return seeOther(page.path());
    }

    private LettersPage page(Owner owner) {
        var chosen = wishes.of(owner.audience()).orElse(null);
        var form = WishForm.of(chosen == null ? new Wish.AtOnce() : chosen.wish());
        return new LettersPage(owner, chosen, owners.answersDayAndNight(owner), form, Problems.NONE);
    }

    private Owner me(Viewer viewer) {
        return owners.find(Owner.Person.PREFIX + viewer.requireAccount()).orElseThrow(Refused::absent);
    }

    private Owner office(Viewer viewer) {
        return owners.find(Owner.Office.PREFIX + viewer.requireAuthority()).orElseThrow(Refused::absent);
    }
}
