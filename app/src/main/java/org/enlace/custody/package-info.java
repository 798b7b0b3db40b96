/**
 * The custody log: what nobody, the operator included, can later change, remove, back-date or reorder without being seen. An <em>entry</em> tells that a thing
 * with a digest was entered; rooms append it in the transaction of their own act. The <em>sequencer</em> gives entries their <em>index</em>, within a second and
 * one batch at a time, and signs a <em>checkpoint</em> over the whole tree. <em>Tiles</em>, checkpoints and <em>proofs</em> are public under {@code /log}. The bytes
 * are those of {@code docs/protocols/custody-log.md} and are written and read by the module {@code ledger}. Knows the database, the pages, and no other room.
 */
@ApplicationModule(
        displayName = "custody",
        allowedDependencies = {"ledger", "database", "ui"})
@NullMarked
package org.enlace.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
