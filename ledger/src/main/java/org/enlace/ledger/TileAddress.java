package org.enlace.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** A log as it is published at an address. */
public final class TileAddress implements TileSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST = TilePath.FULL * (2 + Entry.MAX_BYTES);

    private final URI log;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param log the address below which {@code checkpoint} and {@code tile} are found, such as {@code https://enlace.example.org/log} */
    public TileAddress(URI log) {
        this.log = URI.create(log.toString().replaceAll("/+$", "") + "/");
    }

    @Override
    public String checkpoint() throws IOException {
        return Encodings.utf8(
                get("checkpoint").orElseThrow(() -> new Malformed("There is no checkpoint at " + log + ".")));
    }

    @Override
    public Optional<byte[]> tile(TilePath path) throws IOException {
        return get(path.path());
    }

    private Optional<byte[]> get(String path) throws IOException {
        var request = HttpRequest.newBuilder(log.resolve(path))
                .timeout(PATIENCE)
                .GET()
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() == 404) {
                    return Optional.empty();
                }
                if (response.statusCode() != 200) {
                    throw new IOException("The log answered " + response.statusCode() + " for " + path + ".");
                }
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new IOException("The log answered too many bytes for " + path + ".");
                }
                return Optional.of(bytes);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
