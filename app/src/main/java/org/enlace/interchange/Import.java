package org.enlace.interchange;

import java.time.Instant;
import java.util.UUID;
import org.enlace.states.FactDate;

/**
 * Another directory's list as it was taken in; never changed.
 *
 * @param owner whose list it is
 * @param day of the list, as exact as its owner says
 * @param address where it was had; may be empty
 * @param fileName what the file was called; empty when its text was pasted
 * @param byName who took it in, as they were called then
 */
record Import(
        UUID id,
        String owner,
        FactDate day,
        String address,
        String fileName,
        String content,
        UUID by,
        String byName,
        Instant at) {

    /** It was readable when it was taken in. */
    Delimited list() {
        return Delimited.read(content);
    }
}
