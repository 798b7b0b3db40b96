/**
 * What is hashed and signed, byte by byte, and the proofs about it. Needs nothing but the JDK, so that any state can read and check what Enlace
 * wrote without Enlace. The bytes are those of {@code docs/protocols/custody-log.md} and {@code docs/protocols/exchange.md}; each kind of thing has
 * exactly one method that writes it and one that reads it.
 *
 * <ul>
 *   <li><b>Entry</b>: one line of the custody log. <b>Leaf hash</b>: its place in the tree.
 *   <li><b>Checkpoint</b>: size and root of the log, in a <b>signed note</b>.
 *   <li><b>Proof</b>: that an entry is in the tree of a checkpoint ({@link org.enlace.ledger.InclusionProof}), or that a tree only grew
 *       ({@link org.enlace.ledger.ConsistencyProof}).
 *   <li><b>Tile</b>: up to 256 hashes of one level, the form in which a log is published.
 *   <li><b>JWS</b>: a signed act, statement or receipt, kept as the text it came in.
 *   <li><b>Evidence package</b>: one ZIP that proves what happened to a request; {@link org.enlace.ledger.Verify} judges it.
 * </ul>
 *
 * What comes from outside and is not well formed is {@link org.enlace.ledger.Malformed}; what is well formed but newer than this program is
 * {@link org.enlace.ledger.Unknown}. Values made by our own code that break a rule are an {@link java.lang.IllegalArgumentException}.
 */
@NullMarked
package org.enlace.ledger;

import org.jspecify.annotations.NullMarked;
