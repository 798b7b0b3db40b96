package org.enlace.custody;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.enlace.Refused;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.ConsistencyProof;
import org.enlace.ledger.Hash;
import org.enlace.ledger.HashSource;
import org.enlace.ledger.InclusionProof;
import org.enlace.ledger.Json;
import org.enlace.ledger.LogSigner;
import org.enlace.ledger.Malformed;
import org.enlace.ledger.TileHashes;
import org.enlace.ledger.TilePath;
import org.enlace.ui.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The public log, exactly as {@code docs/protocols/custody-log.md} has it, and one page about it for people. */
@Controller
class LogController {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Tree tree;
    private final LogSigner signer;
    private final Witnesses witnesses;

    LogController(Tree tree, LogSigner signer, Witnesses witnesses) {
        this.tree = tree;
        this.signer = signer;
        this.witnesses = witnesses;
    }

    @GetMapping("/log")
    Answer page() {
        var newest = tree.newest().orElseThrow();
        return new LogPage(
                newest.checkpoint().size(),
                newest.at(),
                witnesses.cosigned(newest),
                signer.logKey().line(),
                witnesses.all(),
                witnesses.contradictedSince().orElse(null));
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return changing(TEXT, witnesses.cosigned(tree.newest().orElseThrow()));
    }

    @GetMapping("/log/key")
    ResponseEntity<byte[]> key() {
        return changing(TEXT, signer.logKey().line() + "\n");
    }

    /** Tiles of any width that a published checkpoint covers: the same path has the same bytes for ever. */
    @GetMapping("/log/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        var path = path(request.getRequestURI().substring("/log/".length()));
        if (!path.existsIn(newest().size())) {
            throw Refused.absent();
        }
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(tree.tile(path).orElseThrow(Refused::absent));
    }

    @GetMapping("/log/proof/inclusion")
    ResponseEntity<byte[]> inclusion(@RequestParam long index, @RequestParam @Nullable Long size) {
        var published = (size == null ? tree.newest() : tree.ofSize(size)).orElseThrow(Refused::absent);
        long of = published.checkpoint().size();
        if (index < 0 || index >= of) {
            throw outside();
        }
        var proof = InclusionProof.of(index, of, new TileHashes(tree, of));
        return json(
                Map.entry("index", new Json.Whole(index)),
                Map.entry("size", new Json.Whole(of)),
                Map.entry("leaf", new Json.Text(Base64.getEncoder().encodeToString(tree.entry(index)))),
                Map.entry("proof", hashes(proof.hashes())),
                Map.entry("checkpoint", new Json.Text(published.note())));
    }

    @GetMapping("/log/proof/consistency")
    ResponseEntity<byte[]> consistency(@RequestParam long from, @RequestParam @Nullable Long to) {
        long size = newest().size();
        long end = to == null ? size : to;
        if (from < 0 || from > end || end > size) {
            throw outside();
        }
        HashSource source = new TileHashes(tree, size);
        return json(
                Map.entry("from", new Json.Whole(from)),
                Map.entry("to", new Json.Whole(end)),
                Map.entry("proof", hashes(ConsistencyProof.of(from, end, source).hashes())));
    }

    private Checkpoint newest() {
        return tree.newest().orElseThrow().checkpoint();
    }

    private static TilePath path(String path) {
        try {
            return TilePath.parse(path);
        } catch (Malformed none) {
            throw Refused.absent();
        }
    }

    private static ResponseStatusException outside() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "The log has no such place.");
    }

    private static ResponseEntity<byte[]> changing(MediaType type, String text) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(type)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @SafeVarargs
    private static ResponseEntity<byte[]> json(Map.Entry<String, ? extends Json>... members) {
        var object = new LinkedHashMap<String, Json>();
        for (var member : members) {
            object.put(member.getKey(), member.getValue());
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Json.Members(object).encode());
    }

    private static Json hashes(List<Hash> hashes) {
        return new Json.Array(
                hashes.stream().map(hash -> (Json) new Json.Text(hash.base64())).toList());
    }
}
