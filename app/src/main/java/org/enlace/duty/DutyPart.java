package org.enlace.duty;

import java.time.Instant;
import org.enlace.directory.Authority;
import org.enlace.ui.Part;

/** Who of an authority is on duty now. */
record DutyPart(Authority authority, Instant now, DutyNow duty, boolean mayKeep) implements Part {}
