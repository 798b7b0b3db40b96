package org.enlace.enrolment;

import static org.enlace.ui.Answer.seeOther;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.access.PasskeyOptions;
import org.enlace.keys.Proofs;
import org.enlace.keys.WaysForm;
import org.enlace.ui.Answer;
import org.enlace.ui.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * One's own account: who one is here, and the ways to unlock. A new way takes a proof of the officer key: a session that somebody stole is not enough to add one's own.
 */
@Controller
class AccountController {

    private final OwnAccount own;
    private final OwnWays ways;
    private final WayOffers offers;
    private final Proofs proofs;
    private final PublicAddress address;

    AccountController(OwnAccount own, OwnWays ways, WayOffers offers, Proofs proofs, PublicAddress address) {
        this.own = own;
        this.ways = ways;
        this.offers = offers;
        this.proofs = proofs;
        this.address = address;
    }

    @GetMapping("/account")
    Answer show(Viewer viewer) {
        return own.page(viewer, address);
    }

    @PostMapping("/account/ways/passkey")
    @ResponseBody
    PasskeyOptions.Creation passkey(Viewer viewer) {
        var account = own.of(viewer);
        return offers.passkey(account.id(), account.email());
    }

    @PostMapping("/account/ways/code")
    @ResponseBody
    WayOffers.Secret code(Viewer viewer) {
        var account = own.of(viewer);
        return offers.code(account.id(), account.email());
    }

    @PostMapping("/account/ways/code/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@RequestBody @Valid WayOffers.Confirmation code, Viewer viewer) {
        offers.confirm(viewer.requireAccount(), code);
    }

    @PostMapping("/account/ways/challenge")
    @ResponseBody
    Challenge challenge(Viewer viewer) {
        return new Challenge(proofs.challenge(Proofs.Kind.WAYS, viewer.requireAccount()));
    }

    @PostMapping("/account/ways/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody @Valid Form form, Viewer viewer) {
        proofs.require(Proofs.Kind.WAYS, form.jws(), viewer.requireAccount());
        ways.add(viewer.requireAccount(), form.ways());
    }

    @PostMapping("/account/ways/{lock}/removal")
    Answer remove(@PathVariable UUID lock, Viewer viewer) {
        ways.remove(viewer.requireAccount(), lock);
        return seeOther("/account");
    }

    record Form(
            @NotBlank @Size(max = 8192) String jws,
            @NotNull @Valid WaysForm ways) {}

    record Challenge(String challenge) {}
}
