package org.enlace.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.enlace.Refused;
import org.enlace.Viewer;
import org.enlace.ui.Words;
import org.springframework.stereotype.Component;

/**
 * Everything that an authority can prove of a year, in one file to be kept elsewhere: the evidence package of each request it has or had a part in, without sealed
 * content. Each is checked by itself and without us, so that an authority need not trust that the host still has them tomorrow.
 */
@Component
class YearOfEvidence {

    private final Requests requests;
    private final EvidencePackage evidence;

    YearOfEvidence(Requests requests, EvidencePackage evidence) {
        this.requests = requests;
        this.evidence = evidence;
    }

    void write(int year, Viewer viewer, OutputStream out) throws IOException {
        var late = new ArrayList<String>();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            // Packages are compressed already: again would cost time and save nothing.
            zip.setLevel(0);
            for (var id : requests.ofYear(year, viewer)) {
                var request = requests.require(id, viewer);
                try {
                    var collected = evidence.collect(request, viewer);
                    zip.putNextEntry(new ZipEntry(collected.cover().fileName()));
                    evidence.write(collected, false, viewer, new Open(zip));
                    zip.closeEntry();
                } catch (Refused logIsLate) {
                    late.add(request.reference());
                }
            }
            zip.putNextEntry(new ZipEntry("README.txt"));
            zip.write(explained(late, viewer).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private static String explained(List<String> late, Viewer viewer) {
        var words = Words.of(YearOfEvidence.class, viewer.language());
        var text = words.say("year.what") + "\n\n./enlace verify enlace-evidence-*.zip\n";
        return late.isEmpty() ? text : text + '\n' + words.say("year.late") + '\n' + String.join("\n", late) + '\n';
    }

    /** A package is closed when it is written; what it is written into goes on. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
