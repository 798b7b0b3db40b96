package org.enlace.ledger;

import java.io.IOException;
import java.util.Optional;

/** A published log, wherever it is kept: a folder, an address, a database. */
public interface TileSource {
    /** The newest checkpoint as it is published, a signed note. */
    String checkpoint() throws IOException;

    /** The bytes of a tile, or nothing if the log does not have it. */
    Optional<byte[]> tile(TilePath path) throws IOException;
}
