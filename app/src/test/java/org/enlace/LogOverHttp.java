package org.enlace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.enlace.ledger.Audit;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.Entry;
import org.enlace.ledger.EntryBundle;
import org.enlace.ledger.Hash;
import org.enlace.ledger.LogKey;
import org.enlace.ledger.TilePath;
import org.enlace.ledger.TileSource;

/** The public log of a running server, read as a stranger reads it. */
public final class LogOverHttp implements TileSource {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;

    /** The log of the server at this address, such as {@code http://localhost:8080}. */
    public LogOverHttp(String address) {
        this.address = address;
    }

    @Override
    public String checkpoint() throws IOException {
        return new String(get("checkpoint").orElseThrow(), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> tile(TilePath path) throws IOException {
        return get(path.path());
    }

    /** Reads and verifies everything, against the checkpoints seen before too. */
    public Audit.Report audit(List<String> earlier) throws IOException {
        return Audit.of(this, key(), earlier);
    }

    /** How often each digest of an act stands in the log. */
    public Map<Hash, Integer> acts() throws IOException {
        var size = Checkpoint.verified(checkpoint(), key()).size();
        var counts = new HashMap<Hash, Integer>();
        for (var bundle : TilePath.ofLevel(TilePath.ENTRIES, size)) {
            for (var bytes : EntryBundle.decode(tile(bundle).orElseThrow())) {
                var entry = Entry.parse(bytes);
                if (entry.kind() == Entry.Kind.ACT) counts.merge(entry.digest(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private LogKey key() throws IOException {
        return LogKey.parse(new String(get("key").orElseThrow(), StandardCharsets.UTF_8).strip());
    }

    private Optional<byte[]> get(String path) throws IOException {
        try {
            var response = client.send(
                    HttpRequest.newBuilder(URI.create(address + "/log/" + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
