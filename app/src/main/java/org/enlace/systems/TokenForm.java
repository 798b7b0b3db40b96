package org.enlace.systems;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an officer types who makes a further token for a case system.
 *
 * @param label how those who run it call it: "Production"
 * @param jws proof of the officer key
 */
record TokenForm(
        @NotBlank(message = "token.label.missing") @Size(max = 120, message = "connect.long")
        String label,

        @NotNull(message = "token.scope.missing") Scope scope,
        @NotNull(message = "token.life.missing") Life life,

        @NotBlank(message = "proof.missing") @Size(max = 8192, message = "proof.missing")
        String jws) {}
