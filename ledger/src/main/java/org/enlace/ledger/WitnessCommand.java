package org.enlace.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.enlace.ledger.Witness.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code enlace witness --log URL --data DIR [--log-key LINE --name NAME] [--every SECONDS] [--once] [--language en|es|fr|pt]}: watches a log for
 * one state and hands its cosignatures to the server. Exit code 0: the log continues what was seen (with {@code --once}), 1: it does not, 2: the command was
 * misspelt, or nothing could be seen.
 */
public final class WitnessCommand {
    static final int CONTINUES = 0;
    static final int EXPOSED = 1;
    static final int CANNOT_TELL = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,5}");

    private final PrintStream out;
    private final Clock clock;
    private Sentences sentences = Sentences.in(null);
    private @Nullable URI log;
    private @Nullable LogKey logKey;
    private @Nullable WitnessFolder folder;
    private @Nullable String name;
    private Duration every = Duration.ofMinutes(1);
    private boolean once;

    private WitnessCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] args) {
        System.exit(run(new PrintStream(System.out, true, StandardCharsets.UTF_8), Clock.systemUTC(), args));
    }

    /** The command without leaving the JVM; without {@code --once} it ends only when the log is exposed, or the thread is interrupted. */
    static int run(PrintStream out, Clock clock, String... args) {
        var command = new WitnessCommand(out, clock);
        if (!command.understands(new ArrayDeque<>(List.of(args)))) {
            return CANNOT_TELL;
        }
        try {
            return command.watch();
        } catch (IOException | Malformed unusable) {
            out.println(command.sentences.say("witness.folder", String.valueOf(unusable.getMessage())));
            return CANNOT_TELL;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return CANNOT_TELL;
        }
    }

    private boolean understands(ArrayDeque<String> words) {
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            if (word.equals("--once")) {
                once = true;
                continue;
            }
            String value = words.pollFirst();
            if (value == null || !takes(word, value)) {
                return refuse(word);
            }
        }
        if (log == null || folder == null) {
            return refuse("");
        }
        return folder.isBegun() || (logKey != null && name != null) || refuse("first");
    }

    private boolean takes(String option, String value) {
        try {
            switch (option) {
                case "--log" -> log = URI.create(value.replaceAll("/+$", "") + "/");
                case "--log-key" -> logKey = LogKey.parse(value.strip());
                case "--data" -> folder = new WitnessFolder(Path.of(value));
                case "--name" -> name = value;
                case "--every" -> {
                    if (!SECONDS.matcher(value).matches()) {
                        return false;
                    }
                    every = Duration.ofSeconds(Long.parseLong(value));
                }
                case "--language" -> {
                    if (!Sentences.isKnown(value)) {
                        return false;
                    }
                    sentences = new Sentences(value);
                }
                default -> {
                    return false;
                }
            }
            return !option.equals("--name") || LogKey.isName(value);
        } catch (IllegalArgumentException | Malformed misspelt) {
            return false;
        }
    }

    private boolean refuse(String word) {
        out.println(
                switch (word) {
                    case "first" -> sentences.say("witness.first");
                    case "--log-key" -> sentences.say("usage.log-key");
                    default -> sentences.say("witness.usage");
                });
        return false;
    }

    private int watch() throws IOException, InterruptedException {
        var kept = Objects.requireNonNull(folder);
        begin(kept);
        var witness = new Witness(kept.log(), kept.own(), clock);
        var source = new TileAddress(Objects.requireNonNull(log));
        while (true) {
            int exit = look(witness, source, kept);
            if (once || exit == EXPOSED) {
                return exit;
            }
            Thread.sleep(every);
        }
    }

    private void begin(WitnessFolder kept) throws IOException {
        if (!kept.isBegun()) {
            kept.begin(LogSigner.generate(Objects.requireNonNull(name)), Objects.requireNonNull(logKey));
        } else if (logKey != null && !logKey.equals(kept.log())) {
            throw new Malformed(sentences.say("witness.other-log", kept.log().line()));
        }
        out.println(sentences.say("witness.key", WitnessKey.of(kept.own()).line()));
    }

    private int look(Witness witness, TileSource source, WitnessFolder kept) throws IOException {
        var last = kept.last();
        Sighting seen;
        try {
            seen = witness.look(source, last.map(note -> Checkpoint.parse(note.text())));
        } catch (IOException unreachable) {
            say("witness.unreachable", String.valueOf(unreachable.getMessage()));
            return CANNOT_TELL;
        }
        return switch (seen) {
            case Sighting.Continues continues -> {
                kept.keep(continues.note(), clock.instant());
                say("witness.continues", Long.toString(continues.checkpoint().size()));
                announce(continues.note());
                yield CONTINUES;
            }
            case Sighting.Exposed exposed -> {
                var where = kept.expose(exposed.theirs(), clock.instant());
                var size = Long.toString(exposed.mine().size());
                say("witness." + exposed.fault(), size, where.toString());
                last.ifPresent(this::announce);
                yield EXPOSED;
            }
            case Sighting.Unreadable unreadable -> {
                var where = kept.expose(unreadable.theirs(), clock.instant());
                say("witness.unreadable", where.toString());
                yield EXPOSED;
            }
        };
    }

    /** Hands the cosigned checkpoint to the server. After a contradiction it is what the server once signed itself, and its operator learns of it there. */
    private void announce(SignedNote note) {
        var request = HttpRequest.newBuilder(Objects.requireNonNull(log).resolve("cosignatures"))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(note.encode()))
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 204) {
                say(status == 403 ? "witness.unknown" : "witness.not-taken", Integer.toString(status));
            }
        } catch (IOException unreachable) {
            say("witness.unreachable", String.valueOf(unreachable.getMessage()));
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String key, Object... arguments) {
        out.println(EvidenceText.time(clock.instant()) + "  " + sentences.say(key, arguments));
    }
}
