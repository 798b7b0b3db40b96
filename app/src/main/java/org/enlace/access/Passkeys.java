package org.enlace.access;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.enlace.access.Challenges.Purpose;
import org.enlace.ui.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Passkeys: the one place that knows the WebAuthn library. Challenges are single use and bound to their purpose, the user is verified by the authenticator, the site
 * is the one of {@code enlace.address}, and the authenticator's counter must grow where it counts at all.
 */
@Component
public class Passkeys {

    private static final boolean VERIFIED_USER = true;

    private final PasskeyRack rack;
    private final Challenges challenges;
    private final PublicAddress address;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keyData = new AttestedCredentialDataConverter(converter);

    Passkeys(PasskeyRack rack, Challenges challenges, PublicAddress address) {
        this.rack = rack;
        this.challenges = challenges;
        this.address = address;
    }

    /** What to ask a browser for, so that this account gets a passkey. */
    public PasskeyOptions.Creation creation(UUID account, String email, String name) {
        var existing = rack.of(account).stream().map(Passkey::credential).toList();
        var challenge = challenges.make(Purpose.PASSKEY, account);
        return PasskeyOptions.Creation.of(challenge, rpId(), PasskeyOptions.User.of(account, email, name), existing);
    }

    /**
     * Checks what the browser answered to {@link #creation}. To be called outside of a transaction; the challenge is used up whatever comes of it.
     *
     * @param json the {@code RegistrationResponseJSON}
     * @throws org.enlace.Refused when it is not a good answer to a fresh challenge of this account
     */
    public Registered check(UUID account, String json) {
        var data = refusing(AccessRefusal.PASSKEY_REFUSED, () -> webAuthn.parseRegistrationResponseJSON(json));
        var challenge = challenge(data.getCollectedClientData());
        if (!challenges.take(challenge, Purpose.PASSKEY, account)) {
            throw AccessRefusal.CHALLENGE_GONE.refused();
        }
        var parameters = new RegistrationParameters(server(challenge), null, VERIFIED_USER, true);
        refusing(AccessRefusal.PASSKEY_REFUSED, () -> webAuthn.verify(data, parameters));
        return registered(account, data);
    }

    /** Keeps a passkey that was checked, in the caller's transaction. */
    public void add(Registered passkey, String label) {
        rack.add(passkey, label);
    }

    /** What to ask a browser for, so that somebody signs in. */
    public PasskeyOptions.Request request() {
        return PasskeyOptions.Request.of(challenges.make(Purpose.SIGN_IN_WITH_PASSKEY, null), rpId());
    }

    /**
     * Checks what the browser answered to {@link #request}.
     *
     * @param json the {@code AuthenticationResponseJSON}
     * @return whose passkey it was
     * @throws org.enlace.Refused for every other answer, always with the same words
     */
    public UUID signIn(String json) {
        var data = refusing(AccessRefusal.SIGN_IN_REFUSED, () -> webAuthn.parseAuthenticationResponseJSON(json));
        var challenge = challenge(data.getCollectedClientData());
        if (!challenges.take(challenge, Purpose.SIGN_IN_WITH_PASSKEY, null)) {
            throw AccessRefusal.SIGN_IN_REFUSED.refused();
        }
        var kept = kept(data);
        if (!Arrays.equals(data.getUserHandle(), PasskeyOptions.handle(kept.account()))) {
            throw AccessRefusal.SIGN_IN_REFUSED.refused();
        }
        var parameters = new AuthenticationParameters(server(challenge), record(kept), null, VERIFIED_USER, true);
        refusing(AccessRefusal.SIGN_IN_REFUSED, () -> webAuthn.verify(data, parameters));
        if (!rack.use(kept, counter(data))) {
            throw AccessRefusal.SIGN_IN_REFUSED.refused();
        }
        return kept.account();
    }

    private Registered registered(UUID account, RegistrationData data) {
        var authenticator =
                Optional.ofNullable(data.getAttestationObject()).orElseThrow().getAuthenticatorData();
        var attested =
                Optional.ofNullable(authenticator.getAttestedCredentialData()).orElseThrow();
        return new Registered(
                account,
                PasskeyRack.text(attested.getCredentialId()),
                PasskeyRack.text(keyData.convert(attested)),
                authenticator.getSignCount());
    }

    @SuppressWarnings("NullAway") // the library's annotation is read as "an array of nullable bytes"
    private PasskeyRack.Kept kept(AuthenticationData data) {
        return Optional.ofNullable(data.getCredentialId())
                .flatMap(id -> rack.find(PasskeyRack.text(id)))
                .orElseThrow(AccessRefusal.SIGN_IN_REFUSED::refused);
    }

    private CredentialRecordImpl record(PasskeyRack.Kept kept) {
        AttestedCredentialData attested = keyData.convert(PasskeyRack.bytes(kept.keyData()));
        return new CredentialRecordImpl(null, null, null, null, kept.counter(), attested, null, null, null, null);
    }

    private static long counter(AuthenticationData data) {
        return Optional.ofNullable(data.getAuthenticatorData()).orElseThrow().getSignCount();
    }

    private static Token challenge(@Nullable CollectedClientData client) {
        return Optional.ofNullable(client)
                .map(data -> data.getChallenge().getValue())
                .map(bytes -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .flatMap(Token::parse)
                .orElseThrow(AccessRefusal.CHALLENGE_GONE::refused);
    }

    private ServerProperty server(Token challenge) {
        return ServerProperty.builder()
                .origin(new Origin(address.uri().toString()))
                .rpId(rpId())
                .challenge(new DefaultChallenge(challenge.bytes()))
                .build();
    }

    private String rpId() {
        return address.uri().getHost();
    }

    private static <T> T refusing(AccessRefusal refusal, Supplier<T> step) {
        try {
            return step.get();
        } catch (WebAuthnException | IllegalArgumentException | NullPointerException unfit) {
            // The library looks into members that an answer of another shape does not have.
            throw refusal.refused();
        }
    }

    /**
     * A passkey that passed its checks and is not kept yet.
     *
     * @param credential its id, base64url
     * @param keyData the attested credential data, base64url: id and public key
     */
    public record Registered(UUID account, String credential, String keyData, long counter) {}
}
