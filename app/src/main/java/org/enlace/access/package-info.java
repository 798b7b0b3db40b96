/**
 * Who may enter: accounts, invitations, passkeys and one-time codes, sessions. The server knows no password; what unlocks an officer's key stays in the browser and
 * is the business of the room {@code keys}, which lets people enrol, sign in with their key and recover.
 *
 * <p>An <em>account</em> is a person in a function; it leaves, it is never deleted, because what it signed names it for ever. An <em>invitation</em> is the only way
 * to an account. A <em>session</em> is known to the browser by a token and to us by the token's hash. A <em>challenge</em> is a random value that is good for one
 * proof. A <em>case system</em> is an account without a person, which enters with a <em>token</em> made by an officer, at the doors of {@code Doors.SYSTEMS} only.
 * <em>Tries</em> are counted in leaky buckets, for each account, each network address and all together; when they cannot be counted, nobody enters.
 */
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"database", "ui"})
@NullMarked
package org.enlace.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
