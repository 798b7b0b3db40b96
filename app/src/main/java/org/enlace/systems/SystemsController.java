package org.enlace.systems;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.keys.Proofs;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The case systems of one's authority, for people: which there are, and the tokens that let them in. */
@Controller
class SystemsController {

    private final CaseSystems systems;
    private final Connecting connecting;
    private final Proofs proofs;
    private final PublicAddress address;

    SystemsController(CaseSystems systems, Connecting connecting, Proofs proofs, PublicAddress address) {
        this.systems = systems;
        this.connecting = connecting;
        this.proofs = proofs;
        this.address = address;
    }

    @GetMapping("/systems")
    Answer show(Viewer viewer) {
        return systems.page(viewer, null, Problems.NONE);
    }

    @PostMapping("/systems/challenge")
    @ResponseBody
    Challenge challenge(Viewer viewer) {
        return new Challenge(proofs.challenge(Proofs.Kind.CASE_SYSTEM, viewer.requireAccount()));
    }

    @PostMapping("/systems")
    Answer connect(@Valid ConnectForm form, BindingResult problems, Viewer viewer) {
        viewer.requireAuthority();
        if (problems.hasErrors()) {
            return systems.page(viewer, form, wrong(problems, viewer));
        }
        proofs.require(Proofs.Kind.CASE_SYSTEM, form.jws(), viewer.requireAccount());
        return made(connecting.connect(form, viewer), true);
    }

    @GetMapping("/systems/{account}/tokens/new")
    Answer another(@PathVariable UUID account, Viewer viewer) {
        viewer.requireAuthority();
        return new NewTokenPage(systems.require(account, viewer), null, Problems.NONE);
    }

    @PostMapping("/systems/{account}/tokens")
    Answer renew(@PathVariable UUID account, @Valid TokenForm form, BindingResult problems, Viewer viewer) {
        viewer.requireAuthority();
        var system = systems.require(account, viewer);
        if (problems.hasErrors()) {
            return new NewTokenPage(system, form, wrong(problems, viewer));
        }
        proofs.require(Proofs.Kind.CASE_SYSTEM, form.jws(), viewer.requireAccount());
        return made(connecting.renew(system, form, viewer), false);
    }

    @PostMapping("/systems/{account}/tokens/{token}/revocation")
    Answer revoke(@PathVariable UUID account, @PathVariable UUID token, Viewer viewer) {
        connecting.revoke(systems.require(account, viewer), token, viewer);
        return seeOther("/systems");
    }

    private TokenMadePage made(Connecting.Connected connected, boolean first) {
        return new TokenMadePage(
                connected.system(), connected.made().text(), address.uri().toString(), first);
    }

    private static Problems wrong(BindingResult problems, Viewer viewer) {
        return Problems.of(problems, Words.of(SystemsController.class, viewer.language()));
    }

    record Challenge(String challenge) {}
}
