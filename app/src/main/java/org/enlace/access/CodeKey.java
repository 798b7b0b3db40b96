package org.enlace.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.enlace.database.DataFolder;
import org.springframework.stereotype.Component;

/**
 * The key that the secrets of one-time codes are sealed with, in a file of the data folder. Threat: a copy of the database gets out; without this file nobody makes
 * codes from it. AES-256-GCM, bound to the account, so that a row put under another account does not open.
 */
@Component
class CodeKey {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    CodeKey(DataFolder folder) {
        this.key = new SecretKeySpec(read(folder.secrets().resolve("codes.key")), "AES");
    }

    byte[] seal(UUID account, byte[] secret) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, account, nonce, secret, 0);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(UUID account, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, account, sealed, sealed, NONCE);
    }

    private byte[] run(int mode, UUID account, byte[] nonce, byte[] input, int from) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
            cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a code's secret does not open: codes.key is not the one it was sealed with, or the row was altered",
                    e);
        }
    }

    private static byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read", e);
        }
    }

    private static void make(Path file) throws IOException {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        var fresh = Files.createTempFile(file.getParent(), "codes", ".new", ownerOnly(file));
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + '\n', StandardOpenOption.SYNC);
            Files.createLink(file, fresh); // never over a key that another process made meanwhile
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // theirs is as good
        } finally {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
