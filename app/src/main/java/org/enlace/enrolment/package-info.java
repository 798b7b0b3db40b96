/**
 * How people come, stay and go: invitations and who may give them, enrolment, the account's own page, colleagues who wait or leave, and recovery. The acts on keys and
 * sessions are those of {@code keys} and {@code access}; here they are put together for people.
 *
 * <p>A <em>newcomer</em> holds an invitation. <em>Enrolment</em> makes the account, the officer key's statement and the ways to unlock it in one act. A
 * <em>recovery</em> has a <em>call</em>: random bytes shown as six words on both sides, which two people compare by telephone before one <em>confirms</em>.
 */
@ApplicationModule(
        displayName = "enrolment",
        allowedDependencies = {"ledger", "database", "ui", "access", "states", "directory", "keys", "notices"})
@NullMarked
package org.enlace.enrolment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
