package org.enlace.interchange;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.keys.AuthorityKey;

/**
 * A file sealed to an authority, to be carried about: with its current key, and with its recovery sheet where there is one, because the sheet opens it where
 * nothing but an age program is at hand. Sealed here and not in a browser: the server wrote the text and knows it anyway, so a browser would hide nothing from it;
 * it is sealed for whoever finds the file on its way.
 */
final class SealedCopy {

    private SealedCopy() {}

    static byte[] seal(byte[] plain, AuthorityKey key) {
        var sealed = new ByteArrayOutputStream(plain.length + 1024);
        try (var channel = new StandardEncryptingChannelFactory()
                .newEncryptingChannel(Channels.newChannel(sealed), recipients(key))) {
            var rest = ByteBuffer.wrap(plain);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("cannot seal to " + key.recipient(), impossible);
        }
        return sealed.toByteArray();
    }

    private static List<RecipientStanzaWriter> recipients(AuthorityKey key) throws GeneralSecurityException {
        var recipients = new ArrayList<RecipientStanzaWriter>();
        recipients.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(key.recipient()));
        var paper = Optional.ofNullable(key.paper());
        if (paper.isPresent()) {
            recipients.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(paper.get()));
        }
        return recipients;
    }
}
