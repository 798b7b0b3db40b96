package org.enlace.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.UUID;
import org.enlace.Refused;
import org.enlace.access.Account;
import org.enlace.access.Accounts;
import org.enlace.access.Entrance;
import org.enlace.access.PasskeyOptions;
import org.enlace.access.Session;
import org.enlace.keys.Lock;
import org.enlace.keys.Locks;
import org.enlace.keys.Locksmith;
import org.enlace.keys.Proofs;
import org.enlace.keys.WaysForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the browser of somebody who recovers says to the server, once a colleague has confirmed. */
@RestController
class RecoveryKeysController {

    private final Asked asked;
    private final WayOffers offers;
    private final Locksmith locksmith;
    private final Recovering recovering;
    private final Entrance entrance;

    RecoveryKeysController(
            Asked asked, WayOffers offers, Locksmith locksmith, Recovering recovering, Entrance entrance) {
        this.asked = asked;
        this.offers = offers;
        this.locksmith = locksmith;
        this.recovering = recovering;
        this.entrance = entrance;
    }

    @PostMapping("/recovery/{token}/lock")
    Handed lock(@PathVariable String token) {
        return asked.lock(token);
    }

    @PostMapping("/recovery/{token}/passkey")
    PasskeyOptions.Creation passkey(@PathVariable String token) {
        var account = asked.account(token);
        return offers.passkey(account.id(), account.email());
    }

    @PostMapping("/recovery/{token}/code")
    WayOffers.Secret code(@PathVariable String token) {
        var account = asked.account(token);
        return offers.code(account.id(), account.email());
    }

    @PostMapping("/recovery/{token}/code/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String token, @RequestBody @Valid WayOffers.Confirmation code) {
        offers.confirm(asked.account(token).id(), code);
    }

    @PostMapping("/recovery/{token}/completion")
    Entrance.SignedIn complete(
            @PathVariable String token,
            @RequestBody @Valid Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var recovery = asked.proved(token, form.jws());
        var ways = locksmith.prepare(recovery.account(), form.ways());
        recovering.complete(recovery, ways);
        return entrance.enter(recovery.account(), Session.Way.RECOVERY, request, response);
    }

    record Form(
            @NotBlank @Size(max = 8192) String jws,
            @NotNull @Valid WaysForm ways) {}

    /**
     * @param sealed the officer key behind the printed code, base64
     */
    record Handed(UUID account, String challenge, String sealed) {}

    /** A confirmed recovery, by its token. */
    @Component
    static class Asked {

        private final Recoveries recoveries;
        private final Accounts accounts;
        private final Locks locks;
        private final Proofs proofs;

        Asked(Recoveries recoveries, Accounts accounts, Locks locks, Proofs proofs) {
            this.recoveries = recoveries;
            this.accounts = accounts;
            this.locks = locks;
            this.proofs = proofs;
        }

        Account account(String token) {
            return accounts.find(recoveries.requireConfirmed(token).account()).orElseThrow(Refused::absent);
        }

        Handed lock(String token) {
            var account = recoveries.requireConfirmed(token).account();
            var lock = locks.find(account, Lock.Kind.PAPER).orElseThrow(Refused::absent);
            return new Handed(
                    account,
                    proofs.challenge(Proofs.Kind.RECOVERY, account),
                    Base64.getEncoder().encodeToString(lock.sealed().bytes()));
        }

        Recovery proved(String token, String jws) {
            var recovery = recoveries.requireConfirmed(token);
            proofs.require(Proofs.Kind.RECOVERY, jws, recovery.account());
            return recovery;
        }
    }
}
