package org.enlace.enrolment;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.enlace.Language;
import org.enlace.Role;
import org.jspecify.annotations.Nullable;

/** What somebody types who invites. */
record InviteForm(
        @NotBlank(message = "invite.email.missing")
        @Email(message = "invite.email.wrong")
        @Size(max = 254, message = "invite.email.wrong")
        String email,

        @NotBlank(message = "invite.function.missing") @Size(max = 120, message = "invite.function.long")
        String function,

        @NotNull(message = "invite.role.missing") Role role,
        @NotNull(message = "invite.language.missing") Language language,
        @Nullable String authority,
        @Nullable String state) {}
