/**
 * Who may enter: accounts, invitations, passkeys and one-time codes, sessions, roles. The server knows no password; what unlocks an officer's key stays in
 * the browser.
 */
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"database", "ui", "custody", "states"})
@NullMarked
package org.enlace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
