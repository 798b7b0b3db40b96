package org.enlace.enrolment;

import org.enlace.directory.Authority;
import org.enlace.keys.AuthorityKey;
import org.enlace.ui.Part;
import org.jspecify.annotations.Nullable;

/**
 * The key of an authority as it is now.
 *
 * @param key null while it has none
 * @param receives whether requests may be sealed to it: a lost officer would not lose them
 */
record SealingKeyPart(Authority authority, @Nullable AuthorityKey key, boolean receives) implements Part {}
