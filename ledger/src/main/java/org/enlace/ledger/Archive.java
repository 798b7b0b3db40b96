package org.enlace.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.enlace.ledger.Reason.CannotTell;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP from a stranger. Nothing is ever unpacked to disk; what is read is counted while it is read, whatever the archive's own headers say about sizes.
 */
final class Archive implements AutoCloseable {
    static final int MAX_FILES = 10_000;
    static final long MAX_TOTAL = 4L << 30;
    static final long FREE_OF_RATIO = 1L << 20;
    static final int MAX_RATIO = 100;

    private static final int MAX_NAME = 200;
    private static final int END_RECORD = 22;
    private static final int MAX_COMMENT = 0xffff;

    private final ZipFile zip;
    private final Map<String, ZipEntry> files = new TreeMap<>();
    private final Map<String, Counted> read = new HashMap<>();
    private long total;

    /** What was found in a file that was read as a stream. */
    record Counted(Hash sha256, long size) {}

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    static Archive open(Path file) throws CannotTell {
        if (!Files.isRegularFile(file)) {
            throw new CannotTell("no-file", file);
        }
        try {
            long inDirectory = look(file);
            if (inDirectory > MAX_FILES) {
                throw new CannotTell("too-many-files", MAX_FILES);
            }
            // Closed by close(), or below when its list of files is refused.
            var archive = new Archive(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
            try {
                archive.list(inDirectory, Files.size(file));
                return archive;
            } catch (CannotTell refused) {
                archive.close();
                throw refused;
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new CannotTell("damaged-archive", String.valueOf(damaged.getMessage()));
        }
    }

    /** Names of all files, folders left out. */
    Set<String> names() {
        return Collections.unmodifiableSet(files.keySet());
    }

    boolean has(String name) {
        return files.containsKey(name);
    }

    /** The bytes of a small file, or null if it is not there. */
    byte @Nullable [] bytes(String name, int most) throws CannotTell {
        if (!has(name)) {
            return null;
        }
        byte[][] bytes = new byte[1][];
        stream(name, stream -> {
            bytes[0] = stream.readNBytes(most + 1);
            if (bytes[0].length > most) {
                throw new CannotTell("file-too-large", name, most);
            }
        });
        return bytes[0];
    }

    /** Hash and length of a file that may be large; it must be there. */
    Counted count(String name) throws CannotTell {
        var known = read.get(name);
        if (known != null) {
            return known;
        }
        MessageDigest digest = Hash.digest();
        long[] size = {0};
        stream(name, stream -> {
            byte[] buffer = new byte[1 << 16];
            for (int got = stream.read(buffer); got >= 0; got = stream.read(buffer)) {
                digest.update(buffer, 0, got);
                size[0] += got;
            }
        });
        var counted = new Counted(Hash.of(digest.digest()), size[0]);
        read.put(name, counted);
        return counted;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException onlyRead) {
            // Nothing was written: there is nothing to lose.
        }
    }

    /** Reads a member of the archive while it is counted. */
    interface Reading {
        void from(InputStream stream) throws IOException, CannotTell;
    }

    void stream(String name, Reading reading) throws CannotTell {
        ZipEntry entry = files.get(name);
        if (entry == null) {
            throw new CannotTell("file-missing", name);
        }
        try (var stream = new Limited(zip.getInputStream(entry), entry.getCompressedSize())) {
            reading.from(stream);
        } catch (Bomb bomb) {
            throw new CannotTell(bomb.code, name);
        } catch (IOException damaged) {
            throw new CannotTell("damaged-file", name);
        }
    }

    private void list(long inDirectory, long length) throws CannotTell {
        long[] compressed = {0};
        for (var entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (!isPlain(name)) {
                throw new CannotTell("path-outside");
            }
            compressed[0] += entry.getCompressedSize();
            if (entry.isDirectory()) {
                continue;
            }
            if (files.put(name, entry) != null) {
                throw new CannotTell("name-twice", name);
            }
        }
        // Entries that share their bytes, or a directory that counts otherwise than it lists, are made by hand and with
        // intent.
        if (compressed[0] > length || zip.size() != inDirectory) {
            throw new CannotTell("damaged-archive", zip.size() + " / " + inDirectory);
        }
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME || name.startsWith("/")) {
            return false;
        }
        boolean printable =
                name.chars().allMatch(letter -> letter >= 0x20 && letter != 0x7f && letter != '\\' && letter != ':');
        return printable && Arrays.stream(name.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."));
    }

    /** Looks at the end of the file before the directory is taken into memory: is this a ZIP, is it whole, how many files does it claim. */
    private static long look(Path path) throws IOException, CannotTell {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] start = new byte[(int) Math.min(4, file.length())];
            file.readFully(start);
            byte[] tail = new byte[(int) Math.min(file.length(), END_RECORD + MAX_COMMENT)];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            for (int at = tail.length - END_RECORD; at >= 0; at--) {
                if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                    return (tail[at + 10] & 0xff) | ((tail[at + 11] & 0xff) << 8);
                }
            }
            boolean begun = start.length == 4 && start[0] == 'P' && start[1] == 'K';
            throw new CannotTell(file.length() == 0 ? "empty-file" : begun ? "truncated" : "not-a-zip");
        }
    }

    private static final class Bomb extends IOException {
        private static final long serialVersionUID = 1;
        private final String code;

        Bomb(String code) {
            super(code);
            this.code = code;
        }
    }

    /** Stops as soon as more comes out than may. */
    private final class Limited extends InputStream {
        private final InputStream inner;
        private final long compressed;
        private long size;

        Limited(InputStream inner, long compressed) {
            this.inner = inner;
            this.compressed = Math.max(1, compressed);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = inner.read(buffer, offset, length);
            if (got > 0) {
                size += got;
                total += got;
                if (total > MAX_TOTAL) {
                    throw new Bomb("too-large");
                }
                if (size > FREE_OF_RATIO && size - FREE_OF_RATIO > MAX_RATIO * compressed) {
                    throw new Bomb("bomb");
                }
            }
            return got;
        }

        @Override
        public void close() throws IOException {
            inner.close();
        }
    }
}
