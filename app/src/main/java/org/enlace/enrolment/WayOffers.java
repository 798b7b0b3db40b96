package org.enlace.enrolment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.enlace.access.Codes;
import org.enlace.access.PasskeyOptions;
import org.enlace.access.Passkeys;
import org.springframework.stereotype.Component;

/** What a browser needs from the server to make a new way to unlock: the options of a passkey, or the secret of one-time codes. */
@Component
class WayOffers {

    private final Passkeys passkeys;
    private final Codes codes;

    WayOffers(Passkeys passkeys, Codes codes) {
        this.passkeys = passkeys;
        this.codes = codes;
    }

    PasskeyOptions.Creation passkey(UUID account, String email) {
        return passkeys.creation(account, email, email);
    }

    Secret code(UUID account, String email) {
        var secret = codes.offer(account);
        return new Secret(secret.text(), secret.uri(email), secret.svg(email));
    }

    void confirm(UUID account, Confirmation confirmation) {
        codes.confirm(account, confirmation.code());
    }

    record Confirmation(@NotBlank @Size(max = 20) String code) {}

    /**
     * @param secret base32
     * @param uri {@code otpauth://…}
     * @param qr the same as an SVG picture
     */
    record Secret(String secret, String uri, String qr) {}
}
