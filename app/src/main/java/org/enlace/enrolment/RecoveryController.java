package org.enlace.enrolment;

import static org.enlace.ui.Answer.seeOther;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.access.Doorkeeper;
import org.enlace.access.Token;
import org.enlace.ui.Answer;
import org.enlace.ui.Problems;
import org.enlace.ui.PublicAddress;
import org.enlace.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Asking to recover access, and where the link of the mail leads. */
@Controller
class RecoveryController {

    private final Recovering recovering;
    private final Recoveries recoveries;
    private final Doorkeeper doorkeeper;
    private final PublicAddress address;

    RecoveryController(Recovering recovering, Recoveries recoveries, Doorkeeper doorkeeper, PublicAddress address) {
        this.recovering = recovering;
        this.recoveries = recoveries;
        this.doorkeeper = doorkeeper;
        this.address = address;
    }

    @GetMapping("/recovery")
    Answer form() {
        return new RecoveryRequestPage("", Problems.NONE);
    }

    @PostMapping("/recovery")
    Answer ask(
            @Valid Form form,
            BindingResult problems,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (problems.hasErrors()) {
            var words = Words.of(RecoveryController.class, viewer.language());
            return new RecoveryRequestPage(form.email() == null ? "" : form.email(), Problems.of(problems, words));
        }
        doorkeeper.recovery(form.email(), request, response);
        return seeOther("/recovery/calls/" + recovering.ask(form.email()).text());
    }

    /** The words are made of the address, and nothing is looked up: this page tells nobody whether anybody has an account. */
    @GetMapping("/recovery/calls/{call}")
    Answer call(@PathVariable String call) {
        return new RecoveryCallPage(
                Token.parse(call).orElseThrow(Refused::absent).text());
    }

    @GetMapping("/recovery/{token}")
    Answer link(@PathVariable String token) {
        return Token.parse(token)
                .flatMap(recoveries::find)
                .<Answer>map(recovery ->
                        new RecoveryPage(token, recovery, address.uri().toString()))
                .orElseGet(() -> new LinkGonePage(EnrolmentRefusal.RECOVERY_GONE.refused()));
    }

    record Form(
            @NotBlank(message = "recovery.email.missing")
            @Email(message = "recovery.email.wrong")
            @Size(max = 254, message = "recovery.email.wrong")
            String email) {}
}
