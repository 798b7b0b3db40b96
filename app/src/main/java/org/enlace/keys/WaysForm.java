package org.enlace.keys;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * New ways to unlock, as a browser sends them ({@code exchange.md}, "Ways"). To a lock of kind passphrase belongs a secret of one-time codes, confirmed before.
 *
 * @param passkey the registration that belongs to a lock of kind passkey, or null
 */
public record WaysForm(
        @NotNull @Size(min = 1, max = 8) List<@Valid LockForm> locks,
        @Valid @Nullable PasskeyForm passkey) {

    /**
     * @param credential the passkey's id, base64url; null for the other kinds
     * @param sealed base64
     */
    public record LockForm(
            @NotBlank String kind,
            @NotBlank @Size(max = 12_000) String sealed,
            @Nullable String credential) {}

    /**
     * @param label how its owner calls it
     * @param credential the {@code RegistrationResponseJSON}
     */
    public record PasskeyForm(
            @NotBlank @Size(max = 80) String label, @NotNull JsonNode credential) {}
}
