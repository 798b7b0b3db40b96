package org.enlace.desk;

import java.time.ZoneId;

/**
 * One of the two authorities, as the reader sees it named.
 *
 * @param id of the authority
 * @param state its state's code
 * @param sample whether it exists in the demo only
 */
record PartyView(String id, String state, String stateName, String name, ZoneId zone, boolean sample) {

    /** The authority with its state: two states may well have authorities of the same name. */
    String named() {
        return name + ", " + stateName;
    }
}
