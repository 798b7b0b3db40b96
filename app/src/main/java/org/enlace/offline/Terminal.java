package org.enlace.offline;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.enlace.ui.Words;
import org.jspecify.annotations.Nullable;

/** The conversation with whoever typed the command. Secrets are read without echo, or from a file descriptor; never from arguments, which others can see. */
final class Terminal {

    private final BufferedReader in;
    private final PrintStream out;
    private final Words words;
    private final @Nullable Integer secretFrom;

    /** @param secretFrom the file descriptor that a script gives the secret through, or null */
    Terminal(InputStream in, PrintStream out, Words words, @Nullable Integer secretFrom) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.words = words;
        this.secretFrom = secretFrom;
    }

    Words words() {
        return words;
    }

    void say(String key, Object... arguments) {
        out.println(words.say(key, arguments));
    }

    /** Something that is in the reader's language already. What others wrote cannot move the cursor or change colours. */
    void print(String text) {
        out.println(harmless(text));
    }

    void blank() {
        out.println();
    }

    /** One line; empty where nothing was typed. @throws Trouble at the end of the input */
    String ask(String label) {
        out.print(harmless(label) + " ");
        out.flush();
        try {
            var line = in.readLine();
            if (line == null) {
                throw new Trouble("input.ended");
            }
            return line.strip();
        } catch (IOException unreadable) {
            throw new Trouble("input.ended");
        }
    }

    /** Several lines, ended by an empty one. */
    String askLong(String label) {
        out.println(label);
        var lines = new ArrayList<String>();
        for (var line = ask(">"); !line.isEmpty(); line = ask(">")) {
            lines.add(line);
        }
        return String.join("\n", lines);
    }

    boolean agrees(String key, Object... arguments) {
        var yes = words.say("word.yes");
        return ask(words.say(key, arguments) + " " + words.say("word.choice", yes))
                .equalsIgnoreCase(yes);
    }

    /** One of a numbered list, or nothing where that may be left out. */
    Optional<Integer> choose(String label, List<String> choices, boolean needed) {
        print(label);
        for (var i = 0; i < choices.size(); i++) {
            print("  " + (i + 1) + "  " + choices.get(i));
        }
        while (true) {
            var typed = ask(words.say(needed ? "choose.number" : "choose.maybe"));
            if (typed.isEmpty() && !needed) {
                return Optional.empty();
            }
            if (typed.matches("[1-9][0-9]{0,2}") && Integer.parseInt(typed) <= choices.size()) {
                return Optional.of(Integer.parseInt(typed) - 1);
            }
            say("choose.again", choices.size());
        }
    }

    /** A passphrase or code; never shown. */
    String secret(String key) {
        if (secretFrom != null) {
            return fromDescriptor(secretFrom);
        }
        var console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new Trouble("secret.no-terminal"));
        var typed = console.readPassword("%s ", words.say(key));
        if (typed == null) {
            throw new Trouble("input.ended");
        }
        return new String(typed);
    }

    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD");
    }

    private String fromDescriptor(int descriptor) {
        try {
            if (descriptor == 0) {
                return Optional.ofNullable(in.readLine()).orElseThrow(() -> new Trouble("secret.nothing", descriptor));
            }
            try (var lines = Files.newBufferedReader(Path.of("/dev/fd/" + descriptor))) {
                return Optional.ofNullable(lines.readLine())
                        .orElseThrow(() -> new Trouble("secret.nothing", descriptor));
            }
        } catch (IOException absent) {
            throw new Trouble("secret.nothing", descriptor);
        }
    }
}
