package org.enlace.sealing;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and opens age files. */
public final class Age {

    private static final int HIGHEST_COST = 18;

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
        try {
            seal(new ByteArrayInputStream(plain), recipient, sealed);
        } catch (IOException e) {
            throw new IllegalStateException("cannot seal to " + recipient, e);
        }
        return sealed.toByteArray();
    }

    /** Seals a stream of any length; neither end is closed. */
    public static void seal(InputStream plain, String recipient, OutputStream sealed) throws IOException {
        try {
            var writer = X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
            var channel = new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(Channels.newChannel(open(sealed)), List.of(writer));
            try (var out = Channels.newOutputStream(channel)) {
                plain.transferTo(out);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot seal to " + recipient, e);
        }
    }

    /** @throws UncheckedIOException if it is not sealed to this identity, or damaged */
    public static byte[] open(byte[] sealed, Identity identity) {
        return open(sealed, reader(identity));
    }

    /** Opens what a passphrase locks. @throws UncheckedIOException if it is another passphrase, or the file is damaged */
    public static byte[] open(byte[] sealed, String passphrase) {
        var bytes = Normalizer.normalize(passphrase, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        return open(sealed, new PassphraseReader(bytes));
    }

    /** Opens a stream of any length; neither end is closed. */
    public static void open(InputStream sealed, Identity identity, OutputStream plain) throws IOException {
        try (var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(Channels.newChannel(sealed), List.of(reader(identity)))) {
            Channels.newInputStream(channel).transferTo(plain);
        } catch (GeneralSecurityException e) {
            throw new IOException("not sealed to " + identity.recipient() + ", or damaged", e);
        }
    }

    private static RecipientStanzaReader reader(Identity identity) {
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity.secret());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an age identity", e);
        }
    }

    private static byte[] open(byte[] sealed, RecipientStanzaReader reader) {
        try (var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(sealed)), List.of(reader))) {
            return Channels.newInputStream(channel).readAllBytes();
        } catch (GeneralSecurityException | IOException e) {
            throw new UncheckedIOException("it does not open with this key, or is damaged", new IOException(e));
        }
    }

    /** The sealing channel closes what it writes to; whoever gave the stream may go on with it. */
    private static OutputStream open(OutputStream sealed) {
        return new java.io.FilterOutputStream(sealed) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
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

    /** The stanza of a passphrase, as the age format describes it. */
    private static final class PassphraseReader implements RecipientStanzaReader {

        private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);

        private final byte[] passphrase;

        PassphraseReader(byte[] passphrase) {
            this.passphrase = passphrase;
        }

        @Override
        public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
            for (var stanza : stanzas) {
                if (stanza.getType().equals("scrypt") && stanza.getArguments().size() == 2) {
                    return unlock(stanza);
                }
            }
            throw new UnsupportedRecipientStanzaException("not locked with a passphrase");
        }

        private FileKey unlock(RecipientStanza stanza) throws GeneralSecurityException {
            var cost = Integer.parseInt(stanza.getArguments().get(1));
            if (cost > HIGHEST_COST) {
                throw new GeneralSecurityException("the work factor is too high");
            }
            var salt = Base64.getDecoder().decode(stanza.getArguments().getFirst());
            var salted = new byte[LABEL.length + salt.length];
            System.arraycopy(LABEL, 0, salted, 0, LABEL.length);
            System.arraycopy(salt, 0, salted, LABEL.length, salt.length);
            var key = Scrypt.derive(passphrase, salted, cost, 8, 1, 32);
            var cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(new byte[12]));
            return new FileKey(cipher.doFinal(stanza.getBody()));
        }
    }
}
