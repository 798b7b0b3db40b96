package org.enlace.exchange;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.enlace.keys.AuthorityKeys;
import org.enlace.procedure.Request;
import org.springframework.stereotype.Component;

/** The request's key, sealed to those authorities that are to have it and to nobody else, each to the generation of its key that is in use. */
@Component
class SealedCopies {

    private final AuthorityKeys keys;
    private final RequestKeys copies;

    SealedCopies(AuthorityKeys keys, RequestKeys copies) {
        this.keys = keys;
        this.copies = copies;
    }

    /**
     * @param sealed what came with the act
     * @param sealedTo the authorities that are to have a copy
     * @param recipient the one among them that the request goes to
     * @param generation of its key, as the act says
     * @throws org.enlace.Refused when a copy is missing, one is too many, or one is sealed to a key that is not in use
     */
    void require(List<Submission.SealedKey> sealed, Set<String> sealedTo, String recipient, int generation) {
        if (!keys.canReceive(recipient)) {
            throw ExchangeRefusal.CANNOT_RECEIVE.refused();
        }
        var authorities = sealed.stream().map(Submission.SealedKey::authority).collect(Collectors.toSet());
        if (sealed.size() != sealedTo.size() || !authorities.equals(sealedTo)) {
            throw ExchangeRefusal.WRONG_KEYS.refused();
        }
        for (var key : sealed) {
            var current = keys.current(key.authority()).orElseThrow(ExchangeRefusal.KEY_CHANGED::refused);
            if (current.generation() != key.generation()) {
                throw ExchangeRefusal.KEY_CHANGED.refused();
            }
            if (key.authority().equals(recipient) && key.generation() != generation) {
                throw ExchangeRefusal.WRONG_KEYS.refused();
            }
        }
    }

    /** The same for copies that were sealed elsewhere: to a key that was stated, though it need not be the one in use any more. */
    void requireStated(List<Submission.SealedKey> sealed, Set<String> sealedTo, String recipient, int generation) {
        if (!keys.canReceive(recipient)) {
            throw ExchangeRefusal.CANNOT_RECEIVE.refused();
        }
        var authorities = sealed.stream().map(Submission.SealedKey::authority).collect(Collectors.toSet());
        var fit = sealed.stream()
                .allMatch(key -> keys.find(key.authority(), key.generation()).isPresent()
                        && (!key.authority().equals(recipient) || key.generation() == generation));
        if (sealed.size() != sealedTo.size() || !authorities.equals(sealedTo) || !fit) {
            throw ExchangeRefusal.WRONG_KEYS.refused();
        }
    }

    /**
     * What is said to somebody who gave the request up could not be read, and an answer would be waited for in vain.
     *
     * @throws org.enlace.Refused when one of the two sides keeps no copy any more
     */
    void requireBoth(Request request) {
        for (var party : List.of(request.requesting(), request.requested())) {
            if (copies.find(request.id(), party.authority()).isEmpty()) {
                throw ExchangeRefusal.NO_LONGER_KEPT.refused();
            }
        }
    }

    void keep(UUID request, List<Submission.SealedKey> sealed) {
        sealed.forEach(key -> copies.keep(request, key));
    }
}
