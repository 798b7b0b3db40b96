package org.enlace.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Evidence packages of a {@link Story}, whole and mistreated. */
final class Packages {
    static final String REFERENCE = "PRY-2026-0001";

    private Packages() {}

    static EvidenceWriter.Cover cover(Story story, String language) {
        return new EvidenceWriter.Cover(
                Story.REQUEST,
                REFERENCE,
                Story.START.plusSeconds(86_400),
                language,
                story.checkpoint().signedBy(Story.LOG).encode(),
                Story.LOG.logKey());
    }

    /** The package of a story, with the sealed form enclosed and the message left out. */
    static void write(Story story, String language, OutputStream out) throws IOException {
        try (var writer = new EvidenceWriter(out, cover(story, language))) {
            for (var item : story.keys) {
                writer.key(item.jws(), item.entry(), story.proof(item));
            }
            for (var item : story.acts) {
                writer.act(item.jws(), item.entry(), story.proof(item));
            }
            for (var item : story.receipts) {
                writer.receipt(item.jws(), item.entry(), story.proof(item));
            }
            for (var item : story.reminders) {
                writer.reminder(item.jws(), item.entry(), story.proof(item));
            }
            for (var item : story.acts) {
                for (var content : ((Act) item.signed()).content()) {
                    if (content.role() == Act.Role.FORM) {
                        writer.content(
                                content.document(),
                                content.sha256(),
                                content.size(),
                                new ByteArrayInputStream(Story.SEALED_FORM));
                    } else {
                        writer.contentLeftOut(content.document(), content.sha256(), content.size());
                    }
                }
            }
        }
    }

    static Path write(Story story, Path file) {
        try (var out = Files.newOutputStream(file)) {
            write(story, "en", out);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All files of a package in their order. */
    static Map<String, byte[]> unpack(Path file) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void pack(Map<String, byte[]> files, Path file) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Changes a file of a package as text. */
    static UnaryOperator<byte[]> text(UnaryOperator<String> change) {
        return bytes -> {
            String before = new String(bytes, StandardCharsets.UTF_8);
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalStateException("nothing was changed");
            }
            return after.getBytes(StandardCharsets.UTF_8);
        };
    }
}
