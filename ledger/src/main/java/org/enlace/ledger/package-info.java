/** What is hashed and signed, byte by byte, and the proofs about it. Needs nothing but the JDK. */
@NullMarked
package org.enlace.ledger;

import org.jspecify.annotations.NullMarked;
