package org.enlace.systems;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an officer types who connects a case system.
 *
 * @param email of those who run it: they are told when a newcomer, a token or an end concerns it
 * @param jws proof of the officer key: a stolen session makes no tokens
 */
record ConnectForm(
        @NotBlank(message = "connect.name.missing") @Size(max = 120, message = "connect.long")
        String name,

        @NotBlank(message = "connect.email.missing")
        @Email(message = "connect.email.wrong")
        @Size(max = 254, message = "connect.email.wrong")
        String email,

        @NotBlank(message = "token.label.missing") @Size(max = 120, message = "connect.long")
        String label,

        @NotNull(message = "token.scope.missing") Scope scope,
        @NotNull(message = "token.life.missing") Life life,

        @NotBlank(message = "proof.missing") @Size(max = 8192, message = "proof.missing")
        String jws) {

    TokenForm token() {
        return new TokenForm(label, scope, life, jws);
    }
}
