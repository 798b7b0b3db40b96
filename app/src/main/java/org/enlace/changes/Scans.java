package org.enlace.changes;

import com.fasterxml.uuid.Generators;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.ledger.Hash;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scans of changes. Whoever sees the change sees them, also where its fact is public: a note may carry names. Whoever proposed the change attaches them and
 * takes them back while it waits; each such act and the decision take turns.
 */
@Component
class Scans {

    private static final int LONGEST_NAME = 120;

    private final Changes changes;
    private final ScanRows rows;
    private final ScanSettings settings;
    private final Clock clock;

    Scans(Changes changes, ScanRows rows, ScanSettings settings, Clock clock) {
        this.changes = changes;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** All of a change, those on their way and those taken back among them. */
    List<Scan> of(Change change) {
        return rows.of(change.id());
    }

    /** One that can be read. */
    Scan require(UUID change, UUID id, Viewer viewer) {
        var seen = changes.require(change, viewer);
        return rows.find(id)
                .filter(scan -> scan.change().equals(seen.id()) && scan.isThere())
                .orElseThrow(Refused::absent);
    }

    /** Says no before the first byte to whoever may not attach one, or no more. */
    @Transactional
    public void requireRoom(UUID change, Viewer viewer) {
        changes.holdOwn(change, viewer);
        if (here(change).size() >= settings.most()) {
            throw ScanRefusal.SCAN_TOO_MANY.refused(settings.most());
        }
    }

    /** Makes room for one. The same bytes again are the same scan: what arrived of it is not sent again. */
    @Transactional
    public Scan begin(UUID change, String name, long size, String sha256, Viewer viewer) {
        var own = changes.holdOwn(change, viewer);
        if (size > settings.largest().toBytes()) {
            throw ScanRefusal.SCAN_TOO_LARGE.refused(settings.largest().toMegabytes());
        }
        var known = here(change).stream()
                .filter(scan -> scan.sha256().equals(sha256) && scan.size() == size)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        requireRoom(change, viewer);
        var id = Generators.timeBasedEpochRandomGenerator().generate();
        var scan = new Scan(id, change, plain(name), size, sha256, clock.instant(), 0, null, null);
        rows.add(scan, own.by().account());
        return scan;
    }

    /** How many bytes a chunk must have, known before it is read. */
    @Transactional
    public int lengthOf(UUID change, UUID id, int number, Viewer viewer) {
        return requireOwn(change, id, viewer).requireOnItsWay().lengthOf(number);
    }

    /** Keeps a chunk. What is of no type taken is forgotten with its first. */
    @Transactional(noRollbackFor = Refused.class)
    public void put(UUID change, UUID id, int number, byte[] bytes, Viewer viewer) {
        var scan = requireOwn(change, id, viewer).requireOnItsWay();
        if (bytes.length != scan.lengthOf(number)) {
            throw ScanRefusal.SCAN_CHUNK.refused();
        }
        if (number == 0 && ScanType.of(bytes).isEmpty()) {
            rows.forget(scan);
            throw ScanRefusal.SCAN_TYPE.refused();
        }
        rows.put(scan, number, bytes);
    }

    /** Hashes what is here. Only when that is what the sender hashed is it stored; else it is forgotten. Again after success: no harm. */
    @Transactional(noRollbackFor = Refused.class)
    public Scan complete(UUID change, UUID id, Viewer viewer) {
        var scan = requireOwn(change, id, viewer);
        if (scan.isThere()) {
            return scan;
        }
        if (firstMissing(scan.requireOnItsWay()) < scan.allChunks()) {
            throw ScanRefusal.SCAN_INCOMPLETE.refused();
        }
        var type = ScanType.of(rows.chunk(scan, 0)).orElseThrow(ScanRefusal.SCAN_TYPE::refused);
        if (!hash(scan).equals(scan.sha256())) {
            rows.forget(scan);
            throw ScanRefusal.SCAN_DIFFERS.refused();
        }
        rows.store(scan, new Scan.Stored(type, clock.instant()));
        return rows.find(id).orElseThrow();
    }

    /** Takes it back; what never arrived whole is forgotten. */
    @Transactional
    public void remove(UUID change, UUID id, Viewer viewer) {
        var scan = requireOwn(change, id, viewer);
        if (scan.isOnItsWay()) {
            rows.forget(scan);
        } else if (scan.isThere()) {
            rows.withdraw(scan, clock.instant());
        }
    }

    /** The number of the first chunk missing; the number of all when none is. */
    int firstMissing(Scan scan) {
        if (!scan.isOnItsWay()) {
            return scan.allChunks();
        }
        var numbers = rows.numbers(scan);
        return IntStream.range(0, numbers.size())
                .filter(place -> numbers.get(place) != place)
                .findFirst()
                .orElse(numbers.size());
    }

    void write(Scan scan, OutputStream out) throws IOException {
        for (var number = 0; number < scan.allChunks(); number++) {
            out.write(rows.chunk(scan, number));
        }
    }

    /** Of this change, and nothing is decided on it until the transaction ends. */
    private Scan requireOwn(UUID change, UUID id, Viewer viewer) {
        changes.holdOwn(change, viewer);
        return rows.find(id).filter(scan -> scan.change().equals(change)).orElseThrow(Refused::absent);
    }

    private List<Scan> here(UUID change) {
        return rows.of(change).stream()
                .filter(scan -> scan.withdrawnAt() == null)
                .toList();
    }

    private String hash(Scan scan) {
        var digest = Hash.digest();
        for (var number = 0; number < scan.allChunks(); number++) {
            digest.update(rows.chunk(scan, number));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A file's name without its folders, and without what turns the line around or hides an ending. */
    private static String plain(String name) {
        var file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        var end = Math.min(file.length(), LONGEST_NAME);
        return file.isEmpty() ? "scan" : file.substring(0, file.offsetByCodePoints(0, file.codePointCount(0, end)));
    }
}
