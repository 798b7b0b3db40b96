package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signed refusal, as the officer of Paraguay saved it and hands it to whoever asks why nothing arrived. */
class RefusalFileTests {
    @TempDir
    Path folder;

    private final Story story = Story.told();
    private final SignedRefusal refusal = Story.refusals().getFirst();
    private final Story.Item item = entered(refusal);

    @ParameterizedTest
    @CsvSource({
        "en, VALID, Whoever sent it corrects it and signs again.",
        "es, VÁLIDO, Quien lo envió lo corrige y firma de nuevo.",
        "fr, VALIDE, L’expéditeur corrige et signe de nouveau.",
        "pt, VÁLIDO, Quem enviou corrige e assina de novo."
    })
    void saysInFourLanguagesWhyAndWhoMustAct(String language, String verdict, String next) {
        var answer = verify(file(item, place(item)), Story.LOG.logKey().line(), language);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.lines().getFirst()).isEqualTo(verdict);
        assertThat(answer.lines()).contains(next);
        assertThat(answer.text())
                .contains(
                        "KEY_CHANGED",
                        refusal.refusal().toString(),
                        refusal.what().digest().hex(),
                        Long.toString(item.index()));
    }

    @Test
    void isReadOutOfTheAnswerOfTheServerToo() {
        var within =
                "{\n \"status\": 409,\n \"code\": \"KEY_CHANGED\",\n \"refusal\": " + file(item, place(item)) + "\n}";
        assertThat(verify(within, null, "en").lines().getFirst()).isEqualTo("VALID");
    }

    @Test
    void isValidWithoutItsPlaceAndSaysSo() {
        assertThat(verify(file(item, "null"), null, "en").text())
                .startsWith("VALID")
                .contains("The proof of its place is not enclosed");
        var left = entered(Story.refusals().get(1));
        assertThat(verify(file(left, "null"), null, "en").text())
                .startsWith("VALID")
                .contains("was not entered in the log");
    }

    @Test
    void isNotValidOfAnotherLog() {
        var thief = new LogSigner(Story.ORIGIN, Story.seed("a thief"));
        var answer = verify(file(item, place(item)), thief.logKey().line(), "en");
        assertThat(answer.exitCode()).isOne();
        assertThat(answer.text()).startsWith("NOT VALID").contains("another log key", "not signed with the log key");
    }

    @Test
    void isNotValidWithAnotherEntryOrABrokenProof() {
        assertThat(verify(file(item, place(story.receipts.getFirst())), null, "en")
                        .text())
                .startsWith("NOT VALID")
                .contains("is not that of this refusal");
        var broken = place(item).replaceFirst("\"index\":[0-9]+", "\"index\":1");
        assertThat(verify(file(item, broken), null, "en").text())
                .startsWith("NOT VALID")
                .contains("the proof fails");
    }

    @Test
    void cannotTellOfSomethingElse() {
        assertThat(verify("{\"v\":1}", null, "en").lines())
                .containsExactly(
                        "CANNOT TELL", "", "- The file is not a signed refusal, or is damaged. Fetch it again.");
        assertThat(verify(file(item, "null").replace("{\"v\":1", "{\"v\":2"), null, "en")
                        .text())
                .startsWith("CANNOT TELL")
                .contains("later version");
        var receipt = file(story.receipts.getFirst(), "null");
        assertThat(verify(receipt, null, "en").exitCode()).isEqualTo(2);
    }

    private Story.Item entered(SignedRefusal each) {
        var jws = each.sign(Story.LOG.key());
        var entry = new Entry(
                Entry.Kind.REFUSAL, Story.id(0xb00 + story.log.entries.size()), each.time(), null, jws.digest());
        var item = new Story.Item(jws, each, entry, story.log.entries.size());
        story.log.append(entry.encode());
        return item;
    }

    private static String file(Story.Item item, String log) {
        return "{\"v\":1,\"kind\":\"enlace-refusal\",\"refusal\":\""
                + item.jws().compact() + "\",\"logKey\":\"" + Story.LOG.logKey().line() + "\",\"log\":" + log + "}";
    }

    private String place(Story.Item item) {
        var hashes = new ArrayList<Json>();
        story.proof(item).hashes().forEach(hash -> hashes.add(new Json.Text(hash.base64())));
        return Encodings.utf8(new Payload()
                .number("index", item.index())
                .text("entry", Encodings.base64(item.entry()))
                .array("proof", hashes)
                .text("checkpoint", story.checkpoint().signedBy(Story.LOG).encode())
                .encode());
    }

    private Answer verify(String text, @Nullable String logKey, String language) {
        var file = folder.resolve("refusal.json");
        try {
            Files.writeString(file, text);
        } catch (IOException unwritten) {
            throw new java.io.UncheckedIOException(unwritten);
        }
        var arguments = new ArrayList<>(List.of(file.toString(), "--language", language));
        if (logKey != null) {
            arguments.addAll(List.of("--log-key", logKey));
        }
        var out = new ByteArrayOutputStream();
        int exitCode = Verify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments.toArray(String[]::new));
        return new Answer(exitCode, out.toString(StandardCharsets.UTF_8));
    }

    private record Answer(int exitCode, String text) {
        List<String> lines() {
            return text.lines().toList();
        }
    }
}
