package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.enlace.ledger.Judgement.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a package proves of reminders: that the host said then that nothing had happened, and cannot say now that it never did, or did something else. */
class ReminderEvidenceTests {
    private static final LogKey KEY = Story.LOG.logKey();

    @TempDir
    Path folder;

    private Story story = Story.told();
    private Path file = Path.of("");

    @BeforeEach
    void write() {
        remind(story);
        file = Packages.write(story, folder.resolve("package.zip"));
    }

    @Test
    void isValidAndNamesEachStep() {
        var judgement = Evidence.judge(file, KEY);
        assertThat(judgement.reasons()).isEmpty();
        assertThat(judgement.notes()).isEmpty();
        assertThat(judgement.verdict()).isEqualTo(Verdict.VALID);
        assertThat(Objects.requireNonNull(judgement.contents()).reminders())
                .extracting(told -> told.reminder().step())
                .containsExactly(Reminder.Step.DEPUTY, Reminder.Step.COORDINATORS, Reminder.Step.DAYS_14);
    }

    @Test
    void aPackageWithoutRemindersIsWrittenAsItAlwaysWas() {
        Packages.write(Story.told(), file);
        assertThat(new String(
                        Objects.requireNonNull(Packages.unpack(file).get("manifest.json")), StandardCharsets.UTF_8))
                .as("programs of before read it")
                .doesNotContain("reminders");
        assertThat(Evidence.judge(file, KEY).verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "v, '\"v\":1', '\"v\":2'",
        "reminder, '\"reminder\":\"01959700', '\"reminder\":\"01959701'",
        "request, '\"request\":\"01959700', '\"request\":\"01959701'",
        "act, '\"act\":\"01959700', '\"act\":\"01959701'",
        "digest, '\"digest\":\"[0-9a-f]{4}', '\"digest\":\"0000'",
        "step, '\"deputy\"', '\"coordinators\"'",
        "authority, '\"cri-sample-unit\"', '\"cri-other-unit\"'",
        "due, '\"due\":\"2026', '\"due\":\"2025'",
        "time, '\"time\":\"2026', '\"time\":\"2027'",
        "requested, '\"requested\":2', '\"requested\":0'",
        "requesting, '\"requesting\":1', '\"requesting\":3'"
    })
    void isNotValidWithAnotherWordInIt(String member, String was, String is) {
        var altered = altered(story.reminders.getFirst().jws(), was, is);
        var files = Packages.unpack(file);
        files.put("reminders/001.jws", Encodings.utf8(altered.compact()));
        Packages.pack(files, file);
        assertThat(Evidence.judge(file, KEY).verdict()).as(member).isIn(Verdict.NOT_VALID, Verdict.CANNOT_TELL);
        assertThat(Evidence.judge(file, KEY).reasons())
                .extracting(Reason::code)
                .containsExactly(member.equals("v") ? "later-kind" : "entry-of-another");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"due\":\"2026', '\"due\":\"2025'",
        "'\"requested\":2', '\"requested\":0'",
        "'\"reminder\":\"01959700', '\"reminder\":\"01959701'"
    })
    void isNotValidWithAnotherWordInItThatWasEnteredToo(String was, String is) {
        var altered = altered(story.reminders.getFirst().jws(), was, is);
        told(forged -> forged.add(forged.reminders, altered, Signed.of(altered)));
        assertNotValid("reminder-signature");
    }

    @Test
    void noticesThatSomebodyElseSignedIt() {
        told(forged -> {
            var said = story.reminders.getFirst().signed();
            forged.add(forged.reminders, said.sign(Story.PARAGUAY_OFFICER), said);
        });
        assertNotValid("reminder-signature");
    }

    /** The host signs and enters what it likes; it cannot make it fit. */
    @Test
    void noticesAReminderOfAnActThatIsNotThere() {
        told(forged -> say(forged, forged.receipts.getFirst(), null));
        assertNotValid("reminder-of-no-act");
    }

    @Test
    void noticesRemindersOfAnotherRequest() {
        manifest("\"request\":\"" + Story.REQUEST, "\"request\":\"" + Story.id(0x101));
        assertNotValid("reminder-of-no-act");
    }

    @Test
    void noticesAReminderThatDoesNotFitItsAct() {
        told(forged -> say(forged, forged.acts.getFirst(), MerkleTree.EMPTY_ROOT));
        assertNotValid("reminder-of-another");
        told(forged -> forged.remind(Reminder.Step.LAPSED, forged.acts.getFirst(), 0, 1));
        assertNotValid("reminder-of-another");
        told(forged -> forged.remind(Reminder.Step.DEPUTY, forged.acts.getLast(), 1, 1));
        assertNotValid("reminder-of-another");
    }

    @Test
    void noticesThatAnotherAuthorityWasToAct() {
        told(forged -> {
            var said = (Reminder) forged.remind(Reminder.Step.DAYS_7, forged.acts.getLast(), 0, 1)
                    .signed();
            forged.reminders.clear();
            var other = new Reminder(
                    said.reminder(),
                    said.request(),
                    said.act(),
                    said.digest(),
                    said.step(),
                    Story.COSTA_RICA,
                    said.due(),
                    said.time(),
                    said.letters());
            forged.add(forged.reminders, other.sign(Story.LOG.key()), other);
        });
        assertNotValid("reminder-of-another");
    }

    @Test
    void noticesAReminderThatWasEnteredBeforeWhatItIsAbout() {
        var send = Story.told().acts.getFirst();
        var forged = new Story();
        forged.enrol();
        forged.remind(Reminder.Step.DEPUTY, send, 1, 1);
        forged.add(forged.acts, send.jws(), send.signed());
        Packages.write(forged, file);
        assertNotValid("reminder-of-another");
    }

    @Test
    void noticesAReminderThatIsDatedBack() {
        told(forged -> say(forged, forged.acts.getFirst(), null));
        assertNotValid("reminder-time");
    }

    @Test
    void noticesAReminderThatIsNotListed() {
        manifest(",\"reminders\":\\[.*]}$", "}");
        assertNotValid("not-listed");
    }

    @Test
    void noticesAReceiptListedAsAReminder() {
        told(forged -> forged.reminders.clear());
        var files = Packages.unpack(file);
        files.put("reminders/001.jws", Objects.requireNonNull(files.get("receipts/001.jws")));
        Packages.pack(files, file);
        manifest(
                "\"receipts/001.jws\"(.*?})(.*)}$",
                "\"receipts/001.jws\"$1$2,\"reminders\":[{\"file\":\"reminders/001.jws\"$1]}");
        assertNotValid("not-a-reminder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "fr", "pt"})
    void tellsTheStepsInTheReadersLanguage(String language) throws IOException {
        var out = new ByteArrayOutputStream();
        Packages.write(story, language, out);
        Files.write(file, out.toByteArray());
        var sentences = new Sentences(language);
        var lines = story.reminders.stream()
                .map(item -> EvidenceText.told((Reminder) item.signed(), item.index(), sentences))
                .toList();
        assertThat(lines.get(0)).contains("2026-03-14", Story.COSTA_RICA, "2", "1");
        assertThat(lines.get(1))
                .as("nobody could be told")
                .isEqualTo(sentences.say(
                        "text.reminder.nobody",
                        EvidenceText.time(((Reminder) story.reminders.get(1).signed()).time()),
                        sentences.say("reminder.coordinators", Story.COSTA_RICA),
                        EvidenceText.time(((Reminder) story.reminders.get(1).signed()).due()),
                        Long.toString(story.reminders.get(1).index())));
        assertThat(new String(
                        Objects.requireNonNull(Packages.unpack(file).get("statement.txt")), StandardCharsets.UTF_8))
                .contains(sentences.say("text.reminders"))
                .contains(lines);
        assertThat(verified(language)).containsAll(lines);
    }

    @Test
    void everyStepHasItsWordsAndIsReadAgain() {
        var sentences = new Sentences("en");
        assertThat(Reminder.Step.values()).allSatisfy(step -> {
            assertThat(Reminder.Step.of(step.code())).isEqualTo(step);
            assertThat(sentences.say("reminder." + step.code(), Story.PARAGUAY)).contains(Story.PARAGUAY);
        });
        assertThatThrownBy(() -> Reminder.Step.of("minister")).isInstanceOf(Unknown.class);
    }

    @Test
    void isNotWrittenIntoAPackageOfAnotherRequest() throws IOException {
        var said = story.reminders.getFirst();
        var cover = Packages.cover(story, "en");
        var other = new EvidenceWriter.Cover(
                Story.id(0x101), cover.reference(), cover.made(), "en", cover.checkpoint(), cover.logKey());
        var writer = new EvidenceWriter(new ByteArrayOutputStream(), other);
        assertThatThrownBy(() -> writer.reminder(said.jws(), said.entry(), story.proof(said)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void remind(Story story) {
        story.remind(Reminder.Step.DEPUTY, story.acts.getFirst(), 2, 1);
        story.remind(Reminder.Step.COORDINATORS, story.acts.getFirst(), 0, 0);
        story.remind(Reminder.Step.DAYS_14, story.acts.getLast(), 0, 1);
    }

    private void manifest(String was, String is) {
        var files = Packages.unpack(file);
        files.computeIfPresent(
                "manifest.json",
                (name, bytes) -> Packages.text(text -> text.replaceAll(was, is)).apply(bytes));
        Packages.pack(files, file);
    }

    private void told(Consumer<Story> more) {
        var forged = Story.told();
        more.accept(forged);
        Packages.write(forged, file);
    }

    /** A reminder that the host signs and enters, at the time at which the story began. */
    private static void say(Story forged, Story.Item of, @Nullable Hash digest) {
        var about = of.signed() instanceof Act act ? act.act() : Story.id(0x701);
        var said = new Reminder(
                Story.id(0x700),
                Story.REQUEST,
                about,
                digest == null ? of.jws().digest() : digest,
                Reminder.Step.DEPUTY,
                Story.COSTA_RICA,
                Story.START,
                Story.START,
                new Reminder.Letters(1, 1));
        forged.add(forged.reminders, said.sign(Story.LOG.key()), said);
    }

    /** The same signature under other words. */
    private static Jws altered(Jws signed, String was, String is) {
        String payload = Encodings.utf8(signed.payload());
        String other = payload.replaceFirst(was, is);
        assertThat(other).isNotEqualTo(payload);
        String[] parts = signed.compact().split("\\.", -1);
        return Jws.parse(parts[0] + "." + Encodings.base64url(Encodings.utf8(other)) + "." + parts[2]);
    }

    private void assertNotValid(String code) {
        var judgement = Evidence.judge(file, KEY);
        assertThat(judgement.reasons()).extracting(Reason::code).contains(code);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    private List<String> verified(String language) {
        var out = new ByteArrayOutputStream();
        Verify.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                file.toString(),
                "--log-key",
                KEY.line(),
                "--language",
                language);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
