package org.enlace.changes;

import static org.enlace.ui.Answer.seeOther;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.UUID;
import org.enlace.Viewer;
import org.enlace.ledger.Hash;
import org.enlace.ui.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A scan in one piece, from a browser without scripts: it lies on the disk for a moment, and then comes in like any other. */
@Controller
class ScanFormController {

    static final String PATH = "/changes/{change}/scans/whole";

    private static final int PIECE = 1 << 16;

    private final Scans scans;
    private final ScanSettings settings;

    ScanFormController(Scans scans, ScanSettings settings) {
        this.scans = scans;
        this.settings = settings;
    }

    @PostMapping(PATH)
    Answer attach(@PathVariable UUID change, HttpServletRequest request, Viewer viewer) throws IOException {
        var form = ScanForm.of(request);
        try (var file = form.file()) {
            scans.requireRoom(change, viewer);
            var spool = Files.createTempFile("scan", null);
            try {
                store(spool, change, form.fileName(), spool(file, spool), viewer);
            } finally {
                Files.delete(spool);
            }
        }
        return seeOther("/changes/" + change + "#scans");
    }

    /** @return the hash of what was written */
    private String spool(InputStream file, Path spool) throws IOException {
        var digest = Hash.digest();
        var largest = settings.largest();
        try (var out = new DigestOutputStream(Files.newOutputStream(spool), digest)) {
            for (var left = largest.toBytes(); left > 0; ) {
                var piece = file.readNBytes((int) Math.min(PIECE, left));
                if (piece.length == 0) {
                    return HexFormat.of().formatHex(digest.digest());
                }
                out.write(piece);
                left -= piece.length;
            }
        }
        if (file.read() >= 0) {
            throw ScanRefusal.SCAN_TOO_LARGE.refused(largest.toMegabytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void store(Path spool, UUID change, String name, String sha256, Viewer viewer) throws IOException {
        var size = Files.size(spool);
        if (size == 0) {
            throw ScanRefusal.SCAN_EMPTY.refused();
        }
        var scan = scans.begin(change, name, size, sha256, viewer);
        try (var in = Files.newInputStream(spool, StandardOpenOption.READ)) {
            for (var number = 0; scan.isOnItsWay() && number < scan.allChunks(); number++) {
                scans.put(change, scan.id(), number, in.readNBytes(scan.lengthOf(number)), viewer);
            }
        }
        scans.complete(change, scan.id(), viewer);
    }
}
