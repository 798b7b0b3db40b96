package org.enlace.keys;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.access.AccessRefusal;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Codes;
import org.enlace.access.Doorkeeper;
import org.enlace.access.Entrance;
import org.enlace.access.Session;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in with a one-time code and the officer key behind a passphrase. The passphrase never comes here: after a good code the sealed key goes out, the browser opens
 * it, and what comes back is the challenge, signed. An unknown address, a wrong code and a code used before are answered alike, after the same work.
 */
@RestController
class KeySignInController {

    private final Doorkeeper doorkeeper;
    private final Known known;
    private final Proofs proofs;
    private final Entrance entrance;

    KeySignInController(Doorkeeper doorkeeper, Known known, Proofs proofs, Entrance entrance) {
        this.doorkeeper = doorkeeper;
        this.known = known;
        this.proofs = proofs;
        this.entrance = entrance;
    }

    @PostMapping("/sign-in/code")
    Opened code(@RequestBody @Valid CodeForm form, HttpServletRequest request, HttpServletResponse response) {
        doorkeeper.signIn(form.email(), request, response);
        var lock = known.lock(form.email(), form.code());
        var challenge = proofs.challenge(Proofs.Kind.SIGN_IN, lock.account());
        return new Opened(lock.account(), challenge, lock.sealed());
    }

    @PostMapping("/sign-in/key")
    Entrance.SignedIn key(
            @RequestBody @Valid ProofForm form, HttpServletRequest request, HttpServletResponse response) {
        doorkeeper.signIn(null, request, response);
        UUID account;
        try {
            account = proofs.check(Proofs.Kind.SIGN_IN, form.jws());
        } catch (Refused wrong) {
            if (wrong.refusal() == KeysRefusal.CLOCK_APART) {
                throw wrong; // the key was proved already, so this tells no stranger anything
            }
            throw AccessRefusal.SIGN_IN_REFUSED.refused();
        }
        return entrance.enter(account, Session.Way.PASSPHRASE, request, response);
    }

    record CodeForm(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 20) String code) {}

    record ProofForm(@NotBlank @Size(max = 8192) String jws) {}

    /**
     * @param sealed the officer key behind the passphrase, base64
     */
    record Opened(UUID account, String challenge, String sealed) {}

    /** Who is known by an address and a code. */
    @org.springframework.stereotype.Component
    static class Known {

        private final Accounts accounts;
        private final Codes codes;
        private final Locks locks;

        Known(Accounts accounts, Codes codes, Locks locks) {
            this.accounts = accounts;
            this.codes = codes;
            this.locks = locks;
        }

        Handed lock(String email, String code) {
            var account = accounts.byEmail(email).map(Account::id).orElse(null);
            if (!codes.accept(account, code) || account == null) {
                throw AccessRefusal.SIGN_IN_REFUSED.refused();
            }
            return locks.find(account, Lock.Kind.PASSPHRASE)
                    .map(lock ->
                            new Handed(account, AgeFile.base64(lock.sealed().bytes())))
                    .orElseThrow(AccessRefusal.SIGN_IN_REFUSED::refused);
        }
    }

    record Handed(UUID account, String sealed) {}
}
