package org.enlace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A word that exists nowhere else, typed where only the two authorities may read it, and then looked for everywhere: in database files, write-ahead log, temporary
 * folders, logs, mails and a heap dump; as UTF-8, UTF-16, hexadecimal and base64 at each of its three alignments. It is random, so that no compression could fold it away.
 */
public final class Canary {

    private static final int PIECE = 1 << 20;

    private final String word;
    private final Map<String, byte[]> spellings = new LinkedHashMap<>();

    private Canary(String word) {
        this.word = word;
        var utf8 = word.getBytes(StandardCharsets.UTF_8);
        spellings.put("UTF-8", utf8);
        spellings.put("UTF-16LE", word.getBytes(StandardCharsets.UTF_16LE));
        spellings.put("UTF-16BE", word.getBytes(StandardCharsets.UTF_16BE));
        spellings.put("hexadecimal", HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
        for (int before = 0; before < 3; before++) {
            spellings.put("base64 at " + before, base64Core(utf8, before));
        }
    }

    /** A new word: letters and digits only, so that every form takes it. */
    public static Canary hatch() {
        var random = new byte[10];
        new SecureRandom().nextBytes(random);
        return new Canary("canario" + HexFormat.of().formatHex(random));
    }

    public String word() {
        return word;
    }

    /** Every place below these files and folders where the word stands, with the spelling it was found in; file names count too. */
    public List<String> sightings(Path... places) throws IOException {
        var seen = new ArrayList<String>();
        for (var place : places) {
            try (var files = Files.walk(place)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    seen.addAll(sightings(file));
                }
            }
        }
        return seen;
    }

    /** The spellings in which the word stands in these bytes. */
    public List<String> sightings(byte[] bytes) {
        return spellings.entrySet().stream()
                .filter(spelling -> indexOf(bytes, bytes.length, spelling.getValue()) >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> sightings(Path file) {
        var seen = new ArrayList<String>();
        if (file.getFileName().toString().contains(word)) {
            seen.add(file + " (its name)");
        }
        try (var stream = Files.newInputStream(file)) {
            for (var spelling : read(stream)) {
                seen.add(file + " (" + spelling + ")");
            }
        } catch (java.nio.file.NoSuchFileException gone) {
            return seen; // a database drops files while one looks
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seen;
    }

    /** Reads in pieces that overlap by the longest spelling, so that no word is cut in two. */
    private List<String> read(InputStream stream) throws IOException {
        var overlap = spellings.values().stream()
                .mapToInt(spelling -> spelling.length)
                .max()
                .orElseThrow();
        var buffer = new byte[PIECE + overlap];
        var found = new java.util.LinkedHashSet<String>();
        int kept = 0;
        int read = stream.readNBytes(buffer, 0, PIECE);
        while (read > 0) {
            int filled = kept + read;
            for (var spelling : spellings.entrySet()) {
                if (indexOf(buffer, filled, spelling.getValue()) >= 0) {
                    found.add(spelling.getKey());
                }
            }
            kept = Math.min(overlap, filled);
            System.arraycopy(buffer, filled - kept, buffer, 0, kept);
            read = stream.readNBytes(buffer, kept, PIECE);
        }
        return List.copyOf(found);
    }

    private static int indexOf(byte[] bytes, int length, byte[] wanted) {
        var first = wanted[0];
        for (int at = 0; at <= length - wanted.length; at++) {
            if (bytes[at] == first
                    && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    /** The characters of base64 that depend on the word alone when {@code before} bytes stand in front of it. */
    private static byte[] base64Core(byte[] utf8, int before) {
        var padded = new byte[before + utf8.length];
        System.arraycopy(utf8, 0, padded, before, utf8.length);
        var text = Base64.getEncoder().withoutPadding().encodeToString(padded);
        var from = before == 0 ? 0 : before + 1;
        var to = text.length() - (padded.length % 3 == 0 ? 0 : 1);
        return text.substring(from, to).getBytes(StandardCharsets.US_ASCII);
    }
}
