package org.enlace.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.enlace.Language;
import org.enlace.access.Entrance;
import org.enlace.access.Invitations;
import org.enlace.access.PasskeyOptions;
import org.enlace.access.Session;
import org.enlace.keys.Locksmith;
import org.enlace.keys.WaysForm;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the newcomer's browser says to the server while it enrols. Only the completion uses the invitation up. */
@RestController
class EnrolmentController {

    private final Invitations invitations;
    private final WayOffers offers;
    private final Locksmith locksmith;
    private final Enrolment enrolment;
    private final Entrance entrance;

    EnrolmentController(
            Invitations invitations, WayOffers offers, Locksmith locksmith, Enrolment enrolment, Entrance entrance) {
        this.invitations = invitations;
        this.offers = offers;
        this.locksmith = locksmith;
        this.enrolment = enrolment;
        this.entrance = entrance;
    }

    @PostMapping("/invitations/{token}/passkey")
    PasskeyOptions.Creation passkey(@PathVariable String token) {
        var invitation = invitations.require(token);
        return offers.passkey(invitation.account(), invitation.email());
    }

    @PostMapping("/invitations/{token}/code")
    WayOffers.Secret code(@PathVariable String token) {
        var invitation = invitations.require(token);
        return offers.code(invitation.account(), invitation.email());
    }

    @PostMapping("/invitations/{token}/code/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@PathVariable String token, @RequestBody @Valid WayOffers.Confirmation code) {
        offers.confirm(invitations.require(token).account(), code);
    }

    @PostMapping("/invitations/{token}/completion")
    @ResponseStatus(HttpStatus.CREATED)
    Entrance.SignedIn complete(
            @PathVariable String token,
            @RequestBody @Valid Form form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var invitation = invitations.require(token);
        var ways = locksmith.prepare(invitation.account(), form.ways());
        var account = enrolment.enrol(invitation, form.newcomer(), form.statement(), ways);
        return entrance.enter(account.id(), Session.Way.ENROLMENT, request, response);
    }

    record Form(
            @NotBlank @Size(max = 120) @Pattern(regexp = "(?s).*[\\p{L}\\p{N}].*")
            String name,

            @NotBlank String language,
            @NotBlank String zone,
            @NotBlank @Size(max = 8192) String statement,
            @NotNull @Valid WaysForm ways) {

        Newcomer newcomer() {
            return new Newcomer(readable(name), Language.of(language).orElse(Language.EN), zoneId());
        }

        /** Without what cannot be seen: a mark that turns the writing around could make one name look like another. */
        private static String readable(String name) {
            return name.replaceAll("\\p{C}", "").strip();
        }

        private ZoneId zoneId() {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                return ZoneOffset.UTC;
            }
        }
    }
}
