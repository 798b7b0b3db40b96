package org.enlace.offline;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.ledger.Hash;
import org.enlace.ledger.InclusionProof;
import org.enlace.ledger.Jws;
import org.enlace.ledger.LogKey;
import org.enlace.ledger.Logged;
import org.enlace.ledger.StatedKeys;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a kit: whom one may ask for what, how they are reached, and what was stated about their keys.
 *
 * @param logKey the line of the log's key
 * @param checkpoint the signed note that all proofs are for
 * @param states names by ISO 3166 alpha-3, in the four languages
 * @param instruments short names by id
 */
record KitDirectory(
        int v,
        String logKey,
        String checkpoint,
        List<Stated> statements,
        List<Office> offices,
        List<Route> routes,
        Map<String, Map<String, String>> states,
        Map<String, Map<String, String>> instruments) {

    /** A statement with its place in the log; entry and proof are base64. */
    record Stated(String jws, long index, String entry, List<String> proof) {}

    /** An authority as one reaches it from outside the platform. */
    record Office(
            String id,
            String state,
            Map<String, String> names,
            String zone,
            List<String> languages,
            String telephone,
            String email) {}

    /** That a measure may be asked of an authority under an instrument; null is without a treaty. */
    record Route(String measure, @Nullable String instrument, String authority) {}

    /** The statements, checked. @throws org.enlace.ledger.Malformed if one does not hold */
    StatedKeys keys() {
        return StatedKeys.of(logged(), checkpoint, log());
    }

    LogKey log() {
        return LogKey.parse(logKey);
    }

    Optional<Office> office(String id) {
        return offices.stream().filter(office -> office.id().equals(id)).findFirst();
    }

    List<Logged> logged() {
        var size = org.enlace.ledger.Checkpoint.verified(checkpoint, log()).size();
        return statements.stream()
                .map(stated -> new Logged(
                        Jws.parse(stated.jws()),
                        Base64.getDecoder().decode(stated.entry()),
                        new InclusionProof(
                                stated.index(),
                                size,
                                stated.proof().stream().map(Hash::ofBase64).toList())))
                .toList();
    }
}
