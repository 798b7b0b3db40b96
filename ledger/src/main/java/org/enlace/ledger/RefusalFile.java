package org.enlace.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.enlace.ledger.Reason.CannotTell;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as it is handed to whoever was refused ({@code exchange.md}, "Refusals"): one JSON file with the signed record, the log's key and, where it was entered, the
 * proof of its place. Judged with nothing but the file and, if the reader has it, the log's key. An answer that holds it as its member {@code refusal} will do, too.
 */
final class RefusalFile {
    private static final String KIND = "enlace-refusal";
    private static final int LONGEST = 1 << 20;

    private final Findings findings = new Findings();
    private @Nullable SignedRefusal refusal;
    private @Nullable LogKey key;
    private @Nullable Long index;

    private RefusalFile() {}

    /** Whether this is worth reading as one: a ZIP never begins like this. */
    static boolean isOne(Path file) {
        try (var in = Files.newInputStream(file)) {
            int letter = in.read();
            while (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t') {
                letter = in.read();
            }
            return letter == '{';
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Prints the verdict, the reasons and what the record says.
     *
     * @param known the log's key as the reader has it from elsewhere, or null
     * @return the lines, the verdict first
     */
    static Told judge(Path file, @Nullable LogKey known, Sentences sentences) {
        var read = new RefusalFile();
        Judgement judgement;
        try {
            read.read(members(file), known);
            judgement = read.findings.judge(null);
        } catch (CannotTell unreadable) {
            judgement = Judgement.cannotTell(unreadable.reason());
        }
        return new Told(judgement.verdict(), read.lines(judgement, known != null, sentences));
    }

    /** What is to be printed. */
    record Told(Judgement.Verdict verdict, List<String> lines) {}

    private static Map<String, Json> members(Path file) throws CannotTell {
        try {
            if (Files.size(file) <= LONGEST
                    && Json.parse(Files.readAllBytes(file), LONGEST) instanceof Json.Members object) {
                return object.members().get("refusal") instanceof Json.Members within
                        ? within.members()
                        : object.members();
            }
        } catch (IOException | Malformed unreadable) {
            throw new CannotTell("refusal-unreadable");
        }
        throw new CannotTell("refusal-unreadable");
    }

    private void read(Map<String, Json> members, @Nullable LogKey known) throws CannotTell {
        if (!text(members, "kind").equals(KIND)) {
            throw new CannotTell("refusal-unreadable");
        }
        if (!(members.get("v") instanceof Json.Whole(long version)) || version != 1) {
            throw new CannotTell("refusal-later");
        }
        LogKey enclosed;
        Jws jws;
        try {
            enclosed = LogKey.parse(text(members, "logKey"));
            jws = Jws.parse(text(members, "refusal"));
            refusal = Signed.of(jws) instanceof SignedRefusal signed ? signed : null;
        } catch (Unknown later) {
            throw new CannotTell("refusal-later");
        } catch (Malformed broken) {
            throw new CannotTell("refusal-unreadable");
        }
        if (refusal == null) {
            throw new CannotTell("refusal-unreadable");
        }
        key = known != null ? known : enclosed;
        if (!key.equals(enclosed)) {
            findings.wrong("refusal-other-key");
        }
        if (!jws.isSignedBy(key.key())) {
            findings.wrong("refusal-signature");
        }
        if (members.get("log") instanceof Json.Members place) {
            place(place.members(), jws, refusal, key);
        } else {
            findings.note(refusal.entered() ? "refusal-place-left-out" : "refusal-not-entered");
        }
    }

    /** Where it stands in the log: entered after the checkpoint that it names, at the time that it says. */
    private void place(Map<String, Json> place, Jws jws, SignedRefusal said, LogKey logKey) throws CannotTell {
        try {
            var checkpoint = Checkpoint.verified(text(place, "checkpoint"), logKey);
            byte[] bytes = Encodings.base64(text(place, "entry"));
            var entry = Entry.parse(bytes);
            var proof = new InclusionProof(
                    place.get("index") instanceof Json.Whole(long at) ? at : -1, checkpoint.size(), hashes(place));
            if (!proof.proves(MerkleTree.leaf(bytes), checkpoint.root())) {
                findings.wrong("refusal-not-included");
            }
            boolean fits = entry.kind() == Entry.Kind.REFUSAL
                    && entry.digest().equals(jws.digest())
                    && entry.time().equals(said.time())
                    && proof.index() >= said.log().size();
            if (!fits || !said.entered()) {
                findings.wrong("refusal-entry");
            }
            index = proof.index();
        } catch (Malformed broken) {
            findings.wrong("refusal-not-included");
        }
    }

    private static List<Hash> hashes(Map<String, Json> place) {
        var hashes = new ArrayList<Hash>();
        if (place.get("proof") instanceof Json.Array(List<Json> items)) {
            for (var item : items) {
                hashes.add(Hash.ofBase64(item instanceof Json.Text(String text) ? text : ""));
            }
        }
        return hashes;
    }

    private static String text(Map<String, Json> members, String name) throws CannotTell {
        if (members.get(name) instanceof Json.Text(String text)) {
            return text;
        }
        throw new CannotTell("refusal-unreadable");
    }

    private List<String> lines(Judgement judgement, boolean given, Sentences sentences) {
        var lines = new ArrayList<String>();
        lines.add(sentences.say("verdict." + judgement.verdict()));
        lines.add("");
        judgement.reasons().forEach(reason -> lines.add("- " + sentences.say(reason)));
        if (refusal != null && key != null) {
            lines.addAll(described(refusal, sentences));
            judgement.notes().forEach(note -> lines.add(sentences.say(note)));
            lines.add("");
            lines.add(sentences.say(
                    given ? "key.given" : "key.enclosed", key.line(), key.key().id()));
        }
        return lines;
    }

    private List<String> described(SignedRefusal said, Sentences sentences) {
        var what = said.what();
        var lines = new ArrayList<String>();
        lines.add(
                sentences.say("refusal.text", said.refusal().toString(), EvidenceText.time(said.time()), said.code()));
        lines.add(sentences.say("refusal.next." + said.next().code()));
        lines.add(sentences.say(
                "refusal.kind." + what.kind().code(),
                what.id().toString(),
                what.request().toString()));
        lines.add(sentences.say("refusal.digest", what.digest().hex()));
        lines.add(sentences.say("refusal.to", said.account().toString(), said.authority()));
        lines.add(sentences.say(
                "refusal.log",
                Long.toString(said.log().size()),
                said.log().root().base64()));
        if (index != null) {
            lines.add(sentences.say("refusal.index", index.toString()));
        }
        return lines;
    }
}
