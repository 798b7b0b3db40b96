package org.enlace.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a package, all dated as the package is, so that the same content makes the same bytes. What is sealed does not shrink and is stored as it is. */
final class PackageZip {

    private final ZipOutputStream zip;
    private final LocalDateTime made;

    /** @param out not closed */
    PackageZip(OutputStream out, Instant made) {
        this.zip = new ZipOutputStream(out);
        this.made = LocalDateTime.ofInstant(made, ZoneOffset.UTC);
    }

    void write(String name, byte[] bytes) throws IOException {
        begin(name, Deflater.DEFAULT_COMPRESSION);
        zip.write(bytes);
        end();
    }

    /** Where the bytes of a sealed file go, until its {@link #end}. */
    OutputStream beginSealed(String name) throws IOException {
        begin(name, Deflater.NO_COMPRESSION);
        return zip;
    }

    void end() throws IOException {
        zip.closeEntry();
    }

    void finish() throws IOException {
        zip.finish();
    }

    private void begin(String name, int level) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(made);
        zip.setLevel(level);
        zip.putNextEntry(entry);
    }
}
