/**
 * Shared facts that people enter or correct. A <em>change</em> says what a fact was and what it shall be, and on what grounds; it is proposed by one person and
 * decided by another. A <em>matter</em> is a kind of fact that can be changed so; the room that keeps the fact says what it is and applies what was approved.
 * Nothing is overwritten: the history of a fact is its changes, and undoing one is a further change. A <em>scan</em> is the paper that a change rests on, attached
 * by whoever proposed it, seen by whoever sees the change, and by nobody else.
 */
@ApplicationModule(
        displayName = "changes",
        allowedDependencies = {"ledger", "ui"})
@NullMarked
package org.enlace.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
