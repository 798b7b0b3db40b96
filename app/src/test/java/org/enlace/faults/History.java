package org.enlace.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Act;
import org.enlace.ledger.Hash;
import org.enlace.ledger.Signed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What clients remember of a server that fails, as lines of JSON on the disk: what they posted, and what they were answered. The checker holds the server to it. */
final class History {

    private final Path file;
    private final Set<String> checkpoints = ConcurrentHashMap.newKeySet();
    private int acknowledged;

    History(Path file) throws IOException {
        this.file = file;
        Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    Path file() {
        return file;
    }

    synchronized int acknowledged() {
        return acknowledged;
    }

    /** Everything in the log before this index was there before we came. */
    void baseline(long size) {
        write(Map.of("what", "baseline", "size", size));
    }

    /** From this size of the log on everything is dated by a clock that is moved by so much. */
    void clock(long size, Duration by) {
        write(Map.of("what", "clock", "size", size, "seconds", by.toSeconds()));
    }

    /** No mail may say this, unless it goes to a mailbox with that in its address: people may read the name of their own state. */
    void neverInMail(String word, String... unlessTo) {
        write(Map.of("what", "never-in-mail", "word", word, "unlessTo", List.of(unlessTo)));
    }

    /** Of an authority, and not a person's own. */
    void mailbox(String address) {
        write(Map.of("what", "mailbox", "address", address));
    }

    void posted(Cast by, OfficerSession.Signed act) {
        write(Map.of("what", "posted", "request", act.request(), "act", act.act(), "by", by.key()));
    }

    void answered(Cast by, OfficerSession.Signed act, JsonNode answer) {
        var event = new LinkedHashMap<String, Object>();
        event.put("what", "answered");
        event.put("request", act.request());
        event.put("act", act.act());
        event.put("kind", ((Act) Signed.of(act.jws())).kind());
        event.put("by", by.key());
        event.put("reference", answer.path("reference").asString(""));
        event.put("digest", act.jws().digest().hex());
        event.put(
                "index",
                answer.path("index").isNull() ? null : answer.path("index").asLong());
        event.put(
                "receipt",
                answer.path("receipt").isNull() ? null : answer.path("receipt").asString());
        synchronized (this) {
            acknowledged++;
        }
        write(event);
    }

    /** Refused with the host's signature. */
    void refused(String code, Hash digest, JsonNode signed) {
        write(Map.of("what", "refused", "code", code, "digest", digest.hex(), "signed", signed));
    }

    void checkpoint(String note) {
        if (checkpoints.add(note)) write(Map.of("what", "checkpoint", "note", note));
    }

    /** A sealed file that the server said is stored. */
    void stored(Cast by, UUID document, long size, String sha256) {
        write(Map.of("what", "file", "by", by.key(), "document", document, "size", size, "sha256", sha256));
    }

    /** So many mails may come a second time, with the Message-ID they had: the server was killed, or the mail server swallowed its answer. */
    void mayRepeat(int mails) {
        write(Map.of("what", "may-repeat", "mails", mails));
    }

    /** One of the two mailboxes of this request was refused by its mail server: no mail need have come to it. */
    void unreachable(UUID request) {
        write(Map.of("what", "unreachable", "of", request));
    }

    /** The checker's exit code, with what it said of this server. */
    int runChecker(String url, List<String> said, String... more) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "node",
                Path.of("..", "bin", "faults", "check.mjs").toString(),
                "--url",
                url,
                "--history",
                file.toString()));
        command.addAll(List.of(more));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        if (url.startsWith("https:")) process.environment().put("NODE_TLS_REJECT_UNAUTHORIZED", "0");
        var checker = process.start();
        said.addAll(new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
        return checker.waitFor();
    }

    private synchronized void write(Map<String, Object> event) {
        var dated = new LinkedHashMap<>(event);
        dated.put("at", Instant.now().toString());
        try {
            Files.writeString(file, JsonMapper.shared().writeValueAsString(dated) + "\n", StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
