package org.enlace.keys;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.enlace.access.Challenges;
import org.enlace.access.Challenges.Purpose;
import org.enlace.access.Token;
import org.enlace.ledger.Json;
import org.enlace.ledger.Jws;
import org.enlace.ledger.Malformed;
import org.enlace.ui.PublicAddress;
import org.springframework.stereotype.Component;

/**
 * Proofs of the officer key: a challenge of ours, signed. Threats: a proof used twice (the challenge is gone), made for another purpose (its type), for another site
 * that passes it on (its origin), or by another officer's key.
 */
@Component
public class Proofs {

    private static final int LONGEST = 4096;

    private final OfficerKeys officers;
    private final Challenges challenges;
    private final Statements statements;
    private final PublicAddress address;

    Proofs(OfficerKeys officers, Challenges challenges, Statements statements, PublicAddress address) {
        this.officers = officers;
        this.challenges = challenges;
        this.statements = statements;
        this.address = address;
    }

    /** A challenge for this account to sign. */
    public String challenge(Kind kind, UUID account) {
        return challenges.make(kind.purpose, account).text();
    }

    /**
     * Checks a proof, and uses its challenge up. To be called outside of a transaction.
     *
     * @return whose proof it is
     * @throws org.enlace.Refused when anything about it is wrong
     */
    public UUID check(Kind kind, String compact) {
        var jws = Statements.jws(compact);
        var payload = payload(jws);
        if (!jws.type().equals(kind.type)) {
            throw KeysRefusal.UNREADABLE.refused();
        }
        var challenge = Token.parse(payload.challenge()).orElseThrow(KeysRefusal.UNREADABLE::refused);
        var fresh = challenges.take(challenge, kind.purpose, payload.account());
        if (!fresh || !payload.origin().equals(address.uri().toString())) {
            throw KeysRefusal.WRONG_SIGNATURE.refused();
        }
        officers.requireSigner(jws, payload.account());
        statements.requireFresh(payload.time());
        return payload.account();
    }

    /** As {@link #check(Kind, String)}, for a given account only. */
    public void require(Kind kind, String compact, UUID account) {
        if (!check(kind, compact).equals(account)) {
            throw KeysRefusal.WRONG_SIGNATURE.refused();
        }
    }

    private static Payload payload(Jws jws) {
        try {
            return Payload.of(Json.parse(jws.payload(), LONGEST));
        } catch (Malformed | DateTimeException | IllegalArgumentException unreadable) {
            throw KeysRefusal.UNREADABLE.refused();
        }
    }

    /** What a proof is for. */
    public enum Kind {
        SIGN_IN("enlace-sign-in+jws", Purpose.SIGN_IN_WITH_KEY),
        RECOVERY("enlace-recovery+jws", Purpose.RECOVERY),
        WAYS("enlace-ways+jws", Purpose.WAYS),
        CASE_SYSTEM("enlace-case-system+jws", Purpose.CASE_SYSTEM);

        private final String type;
        private final Purpose purpose;

        Kind(String type, Purpose purpose) {
            this.type = type;
            this.purpose = purpose;
        }
    }

    private record Payload(UUID account, String challenge, String origin, Instant time) {

        private static final List<String> MEMBERS = List.of("v", "account", "challenge", "origin", "time");

        static Payload of(Json json) {
            if (!(json instanceof Json.Members object)
                    || !List.copyOf(object.members().keySet()).equals(MEMBERS)
                    || !new Json.Whole(1).equals(object.members().get("v"))) {
                throw new Malformed("not a proof of version 1");
            }
            return new Payload(
                    UUID.fromString(text(object, "account")),
                    text(object, "challenge"),
                    text(object, "origin"),
                    Instant.parse(text(object, "time")));
        }

        private static String text(Json.Members object, String name) {
            if (object.members().get(name) instanceof Json.Text text) {
                return text.text();
            }
            throw new Malformed(name + " is a text");
        }
    }
}
