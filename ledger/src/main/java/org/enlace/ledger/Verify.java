package org.enlace.ledger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.enlace.ledger.Judgement.Contents;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code enlace verify FILE… [--log-key LINE] [--language en|es|fr|pt]}: judges evidence packages, carried files and signed refusals without any server. Exit code 0: valid, 1: not valid,
 * 2: cannot tell, also when the command itself was misspelt; of several, what is wrong outweighs what cannot be told.
 */
public final class Verify {
    private static final int MOST_REASONS = 50;

    private final PrintStream out;
    private Sentences sentences = Sentences.in(null);
    private final List<Path> files = new ArrayList<>();
    private @Nullable LogKey key;

    private Verify(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exitCode = run(out, args);
        System.exit(exitCode);
    }

    /** The command without leaving the JVM: prints and answers the exit code. */
    static int run(PrintStream out, String... args) {
        var verify = new Verify(out);
        if (!verify.understands(new ArrayDeque<>(List.of(args)))) {
            return Judgement.Verdict.CANNOT_TELL.exitCode();
        }
        return verify.judge();
    }

    private boolean understands(ArrayDeque<String> words) {
        String line = null;
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            switch (word) {
                case "--language" -> {
                    String language = words.pollFirst();
                    if (language == null || !Sentences.isKnown(language)) {
                        return refuse("usage.language");
                    }
                    sentences = new Sentences(language);
                }
                case "--log-key" -> {
                    line = words.pollFirst();
                    if (line == null) {
                        return refuse("usage.log-key");
                    }
                }
                default -> {
                    if (word.startsWith("-")) {
                        return refuse("usage");
                    }
                    files.add(Path.of(word));
                }
            }
        }
        return files.isEmpty() ? refuse("usage") : line == null || understandsKey(line);
    }

    private boolean understandsKey(String line) {
        try {
            key = LogKey.parse(line.strip());
            return true;
        } catch (Malformed misspelt) {
            return refuse("usage.log-key");
        }
    }

    private boolean refuse(String code) {
        out.println(sentences.say("verdict.CANNOT_TELL"));
        out.println(sentences.say(code));
        return false;
    }

    private int judge() {
        if (files.size() == 1) {
            return judge(files.getFirst());
        }
        var worst = Judgement.Verdict.VALID.exitCode();
        for (var file : files) {
            out.println("== " + file);
            worst = worse(worst, judge(file));
            out.println();
        }
        return worst;
    }

    private static int worse(int one, int other) {
        var wrong = Judgement.Verdict.NOT_VALID.exitCode();
        return one == wrong || other == wrong ? wrong : Math.max(one, other);
    }

    private int judge(Path file) {
        if (RefusalFile.isOne(file)) {
            var told = RefusalFile.judge(file, key, sentences);
            told.lines().forEach(out::println);
            return told.verdict().exitCode();
        }
        if (CarriedFile.isOne(file)) {
            return judgeCarried(file);
        }
        var judgement = Evidence.judge(file, key);
        out.println(sentences.say("verdict." + judgement.verdict()));
        out.println();
        judgement.reasons().stream().limit(MOST_REASONS).forEach(reason -> out.println("- " + sentences.say(reason)));
        if (judgement.reasons().size() > MOST_REASONS) {
            out.println("- "
                    + sentences.say("more", Integer.toString(judgement.reasons().size() - MOST_REASONS)));
        }
        if (judgement.contents() != null) {
            describe(judgement.contents(), judgement.verdict());
        }
        judgement.notes().forEach(note -> out.println(sentences.say(note)));
        return judgement.verdict().exitCode();
    }

    private int judgeCarried(Path path) {
        try (var carried = CarriedFile.open(path, key)) {
            out.println(carried.verdict(sentences.language()));
            out.println();
            carried.reasons(sentences.language()).stream()
                    .limit(MOST_REASONS)
                    .forEach(reason -> out.println("- " + reason));
            if (carried.isReadable()) {
                out.println(sentences.say(
                        "carried.holds",
                        carried.request().toString(),
                        EvidenceText.time(carried.made()),
                        Integer.toString(carried.acts().size())));
                carried.acts()
                        .forEach(each -> out.println(sentences.say(
                                "carried.act",
                                EvidenceText.time(each.act().clock()),
                                sentences.say("act." + each.act().kind()),
                                each.act().authority())));
                out.println();
                out.println(sentences.say(
                        key != null ? "key.given" : "key.enclosed",
                        carried.logKey().line(),
                        carried.logKey().key().id()));
            }
            return Judgement.Verdict.valueOf(carried.verdict().name()).exitCode();
        }
    }

    private void describe(Contents contents, Judgement.Verdict verdict) {
        if (!verdict.equals(Judgement.Verdict.VALID)) {
            out.println();
        }
        out.println(
                sentences.say("package", contents.reference(), contents.request(), EvidenceText.time(contents.made())));
        out.println(sentences.say("package.unsigned"));
        contents.acts()
                .forEach(line -> out.println(sentences.say(
                        "text.act",
                        EvidenceText.time(line.at()),
                        sentences.say(line.word()),
                        line.authority(),
                        Long.toString(line.index()))));
        contents.receipts()
                .forEach(line -> out.println(sentences.say(
                        "text.receipt",
                        EvidenceText.time(line.at()),
                        sentences.say(line.word()),
                        Long.toString(line.index()))));
        contents.reminders().forEach(told -> out.println(EvidenceText.told(told.reminder(), told.index(), sentences)));
        out.println(sentences.say(
                "counts",
                Integer.toString(contents.statements()),
                Integer.toString(contents.documents()),
                Long.toString(contents.enclosed())));
        out.println(sentences.say(
                "text.log",
                contents.checkpoint().origin(),
                Long.toString(contents.checkpoint().size()),
                contents.checkpoint().root().base64()));
        out.println();
        out.println(sentences.say(
                contents.given() ? "key.given" : "key.enclosed",
                contents.logKey().line(),
                contents.logKey().key().id()));
    }
}
