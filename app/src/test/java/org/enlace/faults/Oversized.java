package org.enlace.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.enlace.demo.Cast;
import org.enlace.demo.OfficerSession;
import org.enlace.ledger.Hash;

/** More than there is room for: bodies that are too large, lie about their length or never end, and many large files at once. */
final class Oversized {

    private static final int CHUNK = 1 << 20;

    /** MiB of a body of 64 that may have come on average before it is refused: more than a chunk, and what the lines hold. */
    private static final int EARLY = 16;

    /** MiB, of 2,560 that are offered: for the heap, which grows within its bound. */
    private static final long FLAT = 200;

    private final Installation installation;

    Oversized(Installation installation) {
        this.installation = installation;
    }

    /** F10: refused early, memory flat, others go on. */
    void bodies() throws Exception {
        var officer = new Officer(installation, Cast.PARAGUAY_DUTY);
        var session = officer.session();
        assertThat(session.post("/uploads", Map.of("id", session.newId(), "request", session.newId(), "size", 1L << 50))
                        .code())
                .isEqualTo("TOO_LARGE");
        var id = session.newId();
        session.post("/uploads", Map.of("id", id, "request", session.newId(), "size", 3))
                .require(201);
        assertThat(session.put("/uploads/" + id + "/chunks/0", new byte[4]).code())
                .isEqualTo("CHUNK_DOES_NOT_FIT");
        var process = installation.running().process();
        var held = Installation.peak(process);
        var sent = installation.line().sent();
        var begun = System.nanoTime();
        Callable<Integer> huge =
                () -> session.stream("POST", "/requests", "application/json", endless("{\"jws\":\"", 64));
        Callable<Integer> chunk = () ->
                session.stream("PUT", "/uploads/" + id + "/chunks/0", "application/octet-stream", endless("", 64));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Integer>>(Collections.nCopies(20, huge));
            tries.addAll(Collections.nCopies(20, chunk));
            for (var tried : threads.invokeAll(tries)) {
                // A server that answers before all is said may break the line: 0.
                assertThat(List.of(0, 405, 413, 422)).contains(tried.get());
            }
        }
        var took = (System.nanoTime() - begun) / 1e9;
        var came = (installation.line().sent() - sent) >> 20;
        var grew = Installation.peak(process) - held;
        lies(session);
        longer(session);
        var slowest = slow();
        assertThat(process.isAlive()).as("the application lives on").isTrue();
        assertThat(installation.health(java.time.Duration.ofSeconds(10))).isEqualTo(200);
        System.out.printf(
                "  F10: 40 bodies of 64 MiB without a length at once: refused within %.1f s, after %d of %d MiB, with %d MiB more resident at most; 60 that came a byte at a time: others answered within %d ms%n",
                took, came, 40 * 64, grew, slowest);
        assertThat(came).as("MiB that came before all were refused").isLessThan(40 * EARLY);
        assertThat(grew).as("MiB resident, at most, more than before").isLessThan(FLAT);
        assertThat(slowest).as("ms, the slowest of others").isLessThan(2_000);
    }

    /** A body that goes on after its length: what belongs to it is taken, what follows is no request and the line is closed. */
    private void longer(OfficerSession session) throws IOException {
        var file = Arrays.copyOf("age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII), 100);
        var id = session.newId();
        session.post("/uploads", Map.of("id", id, "request", session.newId(), "size", file.length))
                .require(201);
        try (var socket = raw()) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            session.head(out, "PUT", "/uploads/" + id + "/chunks/0", "application/octet-stream", file.length);
            out.write(file);
            out.write("a".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(answers(socket))
                    .as("one answer, and at most one refusal")
                    .matches("204( 400)?");
        }
        session.post(
                        "/uploads/" + id + "/completion",
                        Map.of("sha256", Hash.sha256(file).hex()))
                .require(200);
        session.post("/uploads/" + id + "/removal", Map.of()).require(204);
    }

    /** The statuses of all that is answered until the server hangs up. */
    private static String answers(Socket socket) throws IOException {
        var said = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(said);
        } catch (java.net.SocketException hungUp) {
            // With a reset, where more came than it read.
        }
        return java.util.regex.Pattern.compile("HTTP/1\\.1 (\\d{3})")
                .matcher(said.toString(StandardCharsets.ISO_8859_1))
                .results()
                .map(status -> status.group(1))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    /** A length that is not true: what came is not kept. */
    private void lies(OfficerSession session) throws IOException {
        var id = session.newId();
        session.post("/uploads", Map.of("id", id, "request", session.newId(), "size", 100))
                .require(201);
        try (var socket = raw()) {
            session.head(
                    socket.getOutputStream(), "PUT", "/uploads/" + id + "/chunks/0", "application/octet-stream", 100);
            socket.getOutputStream().write("age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
        assertThat(session.get("/uploads/" + id).json().get("missing"))
                .as("nothing half there")
                .hasSize(1);
    }

    /** Sixty that send a byte now and then, as signed in as everybody else: how long others wait meanwhile, at most, in milliseconds. */
    private long slow() throws Exception {
        var slow = new ArrayList<Socket>();
        var holder = installation.as(Cast.COSTA_RICA_DUTY);
        var other = installation.as(Cast.PARAGUAY_DEPUTY);
        try {
            for (int at = 0; at < 60; at++) slow.add(begun(holder));
            var slowest = 0L;
            for (int time = 0; time < 10; time++) {
                for (var socket : slow) trickle(socket);
                var begun = System.nanoTime();
                store(other, other.newId(), file(1));
                slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
            }
            return slowest;
        } finally {
            for (var socket : slow) socket.close();
        }
    }

    private Socket begun(OfficerSession session) throws IOException {
        var id = session.newId();
        session.post("/uploads", Map.of("id", id, "request", session.newId(), "size", CHUNK))
                .require(201);
        var socket = raw();
        session.head(
                socket.getOutputStream(), "PUT", "/uploads/" + id + "/chunks/0", "application/octet-stream", CHUNK);
        return socket;
    }

    /** Whom the server has told to come later has hung up. */
    private static void trickle(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException told) {
            return;
        }
    }

    /** F18: twenty files at a time into a server with 256 MiB of heap, and out of it again. */
    void files(int atATime, int mebibytes) throws Exception {
        var process = installation.running().process();
        var sessions = List.of(
                installation.as(Cast.PARAGUAY_DUTY),
                installation.as(Cast.COSTA_RICA_DUTY),
                installation.as(Cast.BRAZIL_DUTY));
        var members = List.of(Cast.PARAGUAY_DUTY, Cast.COSTA_RICA_DUTY, Cast.BRAZIL_DUTY);
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(atATime)) {
            var work = new ArrayList<Callable<Void>>();
            for (int at = 0; at < atATime; at++) {
                var who = at % sessions.size();
                work.add(() -> there(sessions.get(who), members.get(who), mebibytes));
            }
            for (var done : threads.invokeAll(work)) done.get();
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(process.isAlive()).as("the application lives on").isTrue();
        System.out.printf(
                "  F18: %d files of %d MiB at a time in and out again in %.1f s, heap of 256 MiB, at most %d MiB resident%n",
                atATime, mebibytes, seconds, Installation.peak(process));
    }

    private Void there(OfficerSession session, Cast member, int mebibytes) {
        var id = session.newId();
        var hash = store(session, id, file(mebibytes));
        installation.history().stored(member, id, (long) mebibytes * CHUNK, hash);
        return null;
    }

    private static String store(OfficerSession session, UUID id, Pieces file) {
        session.post("/uploads", Map.of("id", id, "request", session.newId(), "size", (long) file.count() * CHUNK))
                .require(201);
        var digest = Hash.digest();
        for (int number = 0; number < file.count(); number++) {
            var piece = file.piece(number);
            digest.update(piece);
            session.put("/uploads/" + id + "/chunks/" + number, piece).require(204);
        }
        var hash = java.util.HexFormat.of().formatHex(digest.digest());
        session.post("/uploads/" + id + "/completion", Map.of("sha256", hash)).require(200);
        return hash;
    }

    private static Pieces file(int mebibytes) {
        return new Pieces(
                mebibytes, java.util.concurrent.ThreadLocalRandom.current().nextLong());
    }

    private Socket raw() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), installation.line().port());
    }

    /** This, and then letters, so many MiB; made as it is read. */
    private static InputStream endless(String beginning, int mebibytes) {
        var letters = new InputStream() {
            private long left = (long) mebibytes << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) return -1;
                var count = (int) Math.min(left, length);
                Arrays.fill(into, offset, offset + count, (byte) 'a');
                left -= count;
                return count;
            }
        };
        return new java.io.SequenceInputStream(
                new java.io.ByteArrayInputStream(beginning.getBytes(StandardCharsets.US_ASCII)), letters);
    }

    /** A file that is made as it is sent, beginning as sealed ones do. */
    private record Pieces(int count, long seed) {
        byte[] piece(int number) {
            var piece = new byte[CHUNK];
            new java.util.Random(seed + number).nextBytes(piece);
            var line = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);
            if (number == 0) System.arraycopy(line, 0, piece, 0, line.length);
            return piece;
        }
    }
}
