package org.enlace.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What can stand in a JWS: a statement about keys, an act, a receipt, a release, a refusal, a reminder. Each writes its payload in one way; a payload that is spelled in another way is refused, so
 * that a thing has one digest.
 */
public sealed interface Signed permits Statement, Act, Receipt, Release, SignedRefusal, Reminder {
    /** The {@code typ} of its JWS. */
    String type();

    /** The declared bytes of the payload. */
    byte[] payload();

    /** The kind of log entry it is entered as. */
    Entry.Kind entryKind();

    /** The subject of that entry. Only statements have one: the public log does not tell who exchanges what with whom, or gives up what. */
    default @Nullable String subject() {
        return null;
    }

    default Jws sign(SigningKey key) {
        return Jws.sign(key, type(), payload());
    }

    /**
     * Reads the payload; whether the right key signed it is for the reader to ask.
     *
     * @throws Unknown if the type or the version is not known
     * @throws Malformed if a member is missing, in another place, or not of its form
     */
    static Signed of(Jws jws) {
        byte[] bytes = jws.payload();
        var fields = Fields.ofVersionOne(bytes);
        Signed signed;
        try {
            signed = switch (jws.type()) {
                case Act.TYPE -> Act.read(fields);
                case Receipt.TYPE -> Receipt.read(fields);
                case Release.TYPE -> Release.read(fields);
                case SignedRefusal.TYPE -> SignedRefusal.read(fields);
                case Reminder.TYPE -> Reminder.read(fields);
                case Statement.OfficerKey.TYPE -> Statement.OfficerKey.read(fields);
                case Statement.AuthorityKey.TYPE -> Statement.AuthorityKey.read(fields);
                case Statement.Admission.TYPE -> Statement.Admission.read(fields);
                case Statement.Departure.TYPE -> Statement.Departure.read(fields);
                default -> throw new Unknown("This JWS is of a type this program does not know.");
            };
        } catch (IllegalArgumentException refused) {
            throw new Malformed(String.valueOf(refused.getMessage()), refused);
        }
        fields.end();
        if (!Arrays.equals(signed.payload(), bytes)) {
            throw new Malformed("This payload is not spelled in the declared way.");
        }
        return signed;
    }
}
