package org.enlace.demo;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** Seals and opens age files on the JVM, for software officers only: a real officer's keys never come near a server. */
public final class Age {

    private Age() {}

    /** A new X25519 identity. */
    public static Identity newIdentity() {
        try {
            var pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Identity(
                    new String(pair.getPrivate().getEncoded(), StandardCharsets.US_ASCII),
                    new String(pair.getPublic().getEncoded(), StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no X25519", e);
        }
    }

    /** Seals bytes to one recipient ({@code age1…}). */
    public static byte[] seal(byte[] plain, String recipient) {
        var sealed = new ByteArrayOutputStream(plain.length + 512);
        try (var channel = new StandardEncryptingChannelFactory()
                .newEncryptingChannel(
                        Channels.newChannel(sealed),
                        List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient)))) {
            channel.write(ByteBuffer.wrap(plain));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("cannot seal to " + recipient, e);
        }
        return sealed.toByteArray();
    }

    /** Opens what was sealed to this identity. */
    public static byte[] open(byte[] sealed, Identity identity) {
        try (var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(sealed)),
                        List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity.secret())))) {
            return Channels.newInputStream(channel).readAllBytes();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("not sealed to " + identity.recipient() + ", or damaged", e);
        }
    }

    /**
     * A key that opens, and the recipient that seals to it.
     *
     * @param secret {@code AGE-SECRET-KEY-1…}
     * @param recipient {@code age1…}
     */
    public record Identity(String secret, String recipient) {

        /** The identity of a secret, with its recipient worked out. */
        public static Identity of(String secret) {
            try {
                var key = new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "X25519");
                var recipient = new X25519KeyFactory().translateKey(key).getEncoded();
                return new Identity(secret, new String(recipient, StandardCharsets.US_ASCII));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("not an age identity", e);
            }
        }

        @Override
        public String toString() {
            return recipient;
        }
    }
}
