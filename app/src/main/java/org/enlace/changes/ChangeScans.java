package org.enlace.changes;

import java.util.List;
import java.util.stream.Collectors;
import org.enlace.Viewer;
import org.enlace.ui.Words;

/** The scans of one change as its page shows them. */
record ChangeScans(Change change, List<Scan> all, ScanSettings settings, Viewer viewer) {

    private static final long MEGABYTE = 1_000_000;
    private static final double KILOBYTE = 1_000;

    List<Scan> there() {
        return all.stream().filter(Scan::isThere).toList();
    }

    List<Scan> onTheirWay() {
        return change.isWaiting() ? all.stream().filter(Scan::isOnItsWay).toList() : List.of();
    }

    List<Scan> withdrawn() {
        return all.stream().filter(scan -> scan.withdrawnAt() != null).toList();
    }

    /** Those that are there, as whoever approves says them. */
    String seen() {
        return there().stream().map(scan -> scan.id().toString()).collect(Collectors.joining(" "));
    }

    /** A change on the grounds of a note shows the place for its scan also where there is none. */
    boolean isShown() {
        return !all.isEmpty() || isOwn() || change.grounds().way() == Change.Way.NOTE_VERBALE;
    }

    /** Whether the viewer attaches them and takes them back. */
    boolean isOwn() {
        return change.isWaiting() && change.isBy(viewer);
    }

    boolean hasRoom() {
        return there().size() + onTheirWay().size() < settings.most();
    }

    long largest() {
        return settings.largest().toBytes();
    }

    /** What may be attached, before the first byte. */
    static String limits(ScanSettings settings, Words words) {
        return words.say("scan.limits", settings.largest().toMegabytes(), settings.most());
    }

    String limits(Words words) {
        return limits(settings, words);
    }

    String path(Scan scan) {
        return path() + '/' + scan.id();
    }

    String path() {
        return "/changes/" + change.id() + "/scans";
    }

    static String size(long bytes, Words words) {
        return bytes < MEGABYTE
                ? words.say("scan.kilobytes", bytes / KILOBYTE)
                : words.say("scan.megabytes", bytes / (double) MEGABYTE);
    }
}
