package org.enlace.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.enlace.Language;
import org.enlace.forms.Forms;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The stand-alone tool: {@code ./enlace seal} and {@code ./enlace open}. No server, no database, no network; it starts without the application around it. */
public final class Offline {

    private static final int CANNOT = 2;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    Offline(InputStream in, PrintStream out, PrintStream err, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Offline(System.in, out, err, Clock.systemUTC()).run(arguments));
    }

    /** The command without leaving the JVM. @return its exit code */
    int run(String... arguments) {
        var seal = new Seal();
        var open = new OpenIt();
        var line = new CommandLine(new Tool()).addSubcommand("seal", seal).addSubcommand("open", open);
        try {
            var parsed = line.parseArgs(arguments).subcommand();
            if (parsed == null) {
                return refuse(words(null), "usage");
            }
            return parsed.commandSpec().userObject() == seal ? seal(seal) : open(open);
        } catch (CommandLine.ParameterException misspelt) {
            err.println(misspelt.getMessage());
            return refuse(words(null), "usage");
        }
    }

    private int seal(Seal seal) {
        var words = words(seal.common.language);
        return guarded(
                words,
                () -> new SealCommand(terminal(words, seal.common), Forms.read(), clock)
                        .run(seal.common.kit, seal.common.answers, seal.common.out));
    }

    private int open(OpenIt open) {
        var words = words(open.common.language);
        var paths = new OpenCommand.Paths(open.file, open.common.kit, open.common.answers, open.common.out, open.save);
        return guarded(words, () -> new OpenCommand(terminal(words, open.common), Forms.read(), clock).run(paths));
    }

    private interface Doing {
        int run() throws IOException;
    }

    private int guarded(Words words, Doing doing) {
        try {
            return doing.run();
        } catch (Trouble trouble) {
            err.println(trouble.say(words));
        } catch (IOException failed) {
            err.println(words.say("files.failed", String.valueOf(failed.getMessage())));
        } catch (UncheckedIOException unopened) {
            err.println(words.say("files.failed", String.valueOf(unopened.getMessage())));
        }
        return CANNOT;
    }

    private Terminal terminal(Words words, Common common) {
        return new Terminal(in, out, words, common.secretFrom);
    }

    private int refuse(Words words, String key) {
        err.println(words.say(key));
        return CANNOT;
    }

    private static Words words(@Nullable String asked) {
        var tag = asked == null ? Locale.getDefault().getLanguage() : asked;
        return Words.of(Offline.class, Language.of(tag).orElse(Language.EN));
    }

    @CommandLine.Command(name = "enlace")
    private static final class Tool {}

    /** What both commands are told. */
    private static final class Common {
        @Option(names = "--kit", required = true)
        private Path kit = Path.of("");

        @Option(names = "--answers")
        private @Nullable Path answers;

        @Option(names = "--out")
        private @Nullable Path out;

        @Option(names = "--language")
        private @Nullable String language;

        @Option(names = "--secret-fd")
        private @Nullable Integer secretFrom;
    }

    @CommandLine.Command(name = "seal")
    private static final class Seal {
        @CommandLine.Mixin
        private Common common = new Common();
    }

    @CommandLine.Command(name = "open")
    private static final class OpenIt {
        @CommandLine.Mixin
        private Common common = new Common();

        @Parameters(index = "0")
        private Path file = Path.of("");

        @Option(names = "--save")
        private @Nullable Path save;
    }
}
