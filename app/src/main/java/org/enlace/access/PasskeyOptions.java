package org.enlace.access;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What a browser is asked for, in the JSON forms of WebAuthn level 3. The PRF extension is put in by the browser module, whose input never varies. */
public sealed interface PasskeyOptions {

    /** Long enough to fetch a security key; the challenge lives longer. */
    int TIMEOUT = 180_000;

    String VERIFY = "required";

    /** For {@code navigator.credentials.create}: a discoverable credential, so that no user name is needed to sign in with it. */
    record Creation(
            String challenge,
            Party rp,
            User user,
            List<Algorithm> pubKeyCredParams,
            int timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation)
            implements PasskeyOptions {

        static Creation of(Token challenge, String rpId, User user, List<String> existing) {
            return new Creation(
                    challenge.text(),
                    new Party(rpId, "Enlace"),
                    user,
                    List.of(new Algorithm(-8), new Algorithm(-7), new Algorithm(-257)), // Ed25519, ES256, RS256
                    TIMEOUT,
                    existing.stream().map(Descriptor::of).toList(),
                    new Selection("required", true, VERIFY),
                    "none");
        }
    }

    /** For {@code navigator.credentials.get}, without naming any credential. */
    record Request(String challenge, String rpId, int timeout, String userVerification) implements PasskeyOptions {
        static Request of(Token challenge, String rpId) {
            return new Request(challenge.text(), rpId, TIMEOUT, VERIFY);
        }
    }

    record Party(String id, String name) {}

    record User(String id, String name, String displayName) {
        static User of(UUID account, String email, String name) {
            return new User(Base64.getUrlEncoder().withoutPadding().encodeToString(handle(account)), email, name);
        }
    }

    record Algorithm(String type, int alg) {
        Algorithm(int alg) {
            this("public-key", alg);
        }
    }

    record Descriptor(String type, String id) {
        static Descriptor of(String credential) {
            return new Descriptor("public-key", credential);
        }
    }

    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    /** The user handle of WebAuthn: the account's 16 bytes. */
    static byte[] handle(UUID account) {
        return ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }
}
