package org.enlace.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plain statement of an evidence package: what is in it, what it proves, how to check it, for a reader who knows none of this. */
final class EvidenceText {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final EvidenceWriter.Cover cover;
    private final Checkpoint checkpoint;
    private final Sentences sentences;
    private final List<String> acts = new ArrayList<>();
    private final List<String> receipts = new ArrayList<>();
    private final List<String> reminders = new ArrayList<>();

    EvidenceText(EvidenceWriter.Cover cover, Checkpoint checkpoint) {
        this.cover = cover;
        this.checkpoint = checkpoint;
        this.sentences = new Sentences(cover.language());
    }

    void act(Act act, Instant at, long index) {
        acts.add(sentences.say(
                "text.act", time(at), sentences.say("act." + act.kind()), act.authority(), Long.toString(index)));
    }

    void receipt(Receipt receipt, long index) {
        receipts.add(sentences.say(
                "text.receipt",
                time(receipt.time()),
                sentences.say("receipt." + receipt.kind().code()),
                Long.toString(index)));
    }

    void reminder(Reminder reminder, long index) {
        reminders.add(told(reminder, index, sentences));
    }

    /** One reminder as a line. */
    static String told(Reminder reminder, long index, Sentences sentences) {
        var letters = reminder.letters();
        var what = sentences.say("reminder." + reminder.step().code(), reminder.authority());
        return letters.isNone()
                ? sentences.say(
                        "text.reminder.nobody", time(reminder.time()), what, time(reminder.due()), Long.toString(index))
                : sentences.say(
                        "text.reminder",
                        time(reminder.time()),
                        what,
                        time(reminder.due()),
                        Long.toString(letters.requested()),
                        Long.toString(letters.requesting()),
                        Long.toString(index));
    }

    String render(List<Manifest.Content> content) {
        long enclosed = content.stream().filter(each -> each.file() != null).count();
        var lines = new ArrayList<String>();
        lines.add(sentences.say("text.title", cover.reference()));
        lines.add("");
        lines.add(sentences.say("text.made", time(cover.made()), cover.request()));
        lines.add("");
        lines.add(sentences.say("text.acts"));
        lines.addAll(acts);
        lines.add("");
        lines.add(sentences.say("text.receipts"));
        lines.addAll(receipts);
        lines.add("");
        if (!reminders.isEmpty()) {
            lines.add(sentences.say("text.reminders"));
            lines.addAll(reminders);
            lines.add("");
        }
        lines.add(sentences.say("text.content", Integer.toString(content.size()), Long.toString(enclosed)));
        lines.add("");
        lines.add(sentences.say("text.proves"));
        lines.add(sentences.say("text.not"));
        lines.add("");
        lines.add(sentences.say("text.check"));
        lines.add("    ./enlace verify " + cover.fileName() + " --log-key "
                + cover.logKey().line());
        lines.add(sentences.say("text.key"));
        lines.add(sentences.say(
                "text.log",
                checkpoint.origin(),
                Long.toString(checkpoint.size()),
                checkpoint.root().base64()));
        return String.join("\r\n", lines) + "\r\n";
    }

    static String time(Instant at) {
        return UTC.format(at);
    }
}
