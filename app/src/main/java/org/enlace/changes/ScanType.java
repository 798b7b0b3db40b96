package org.enlace.changes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a scan may be. Its own first bytes say which, not its name. */
enum ScanType {
    PDF("application/pdf", "pdf", "%PDF-"),
    JPEG("image/jpeg", "jpg jpeg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    /** Of both byte orders. */
    TIFF("image/tiff", "tif tiff", "II*\0|MM\0*");

    private final String mediaType;
    private final String endings;
    private final String beginnings;

    /**
     * @param endings with blanks between them
     * @param beginnings with bars between them
     */
    ScanType(String mediaType, String endings, String beginnings) {
        this.mediaType = mediaType;
        this.endings = endings;
        this.beginnings = beginnings;
    }

    static Optional<ScanType> of(byte[] first) {
        return Arrays.stream(values()).filter(type -> type.begins(first)).findFirst();
    }

    String mediaType() {
        return mediaType;
    }

    /** What every browser shows as a picture. */
    boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    /** The name under which it is saved: one that says what it is, whatever it was called. */
    String fileName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var all = List.of(endings.split(" ", -1));
        return all.stream().anyMatch(ending -> lower.endsWith('.' + ending)) ? name : name + '.' + all.getFirst();
    }

    private boolean begins(byte[] first) {
        return Arrays.stream(beginnings.split("\\|", -1)).anyMatch(beginning -> begins(first, beginning));
    }

    private static boolean begins(byte[] first, String beginning) {
        for (var at = 0; at < beginning.length(); at++) {
            if (at >= first.length || (first[at] & 0xff) != beginning.charAt(at)) {
                return false;
            }
        }
        return true;
    }
}
