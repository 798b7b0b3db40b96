package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.enlace.ledger.Judgement.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTests {
    private static final LogKey KEY = Story.LOG.logKey();

    @TempDir
    Path folder;

    private Story story = Story.told();
    private Path file = Path.of("");

    @BeforeEach
    void write() {
        file = Packages.write(story, folder.resolve("package.zip"));
    }

    @Test
    void isValidUnderTheKeyOfTheLog() {
        var judgement = Evidence.judge(file, KEY);
        assertThat(judgement.reasons()).isEmpty();
        assertThat(judgement.notes()).isEmpty();
        assertThat(judgement.verdict()).isEqualTo(Verdict.VALID);
        var contents = Objects.requireNonNull(judgement.contents());
        assertThat(contents.given()).isTrue();
        assertThat(contents.reference()).isEqualTo(Packages.REFERENCE);
        assertThat(contents.acts())
                .extracting(Judgement.Line::word)
                .containsExactly("act.send", "act.open", "act.take-in-charge", "act.preserve");
        assertThat(contents.receipts())
                .extracting(Judgement.Line::word)
                .containsExactly("receipt.delivered", "receipt.opened", "receipt.taken-in-charge");
        assertThat(contents.documents()).isEqualTo(3);
        assertThat(contents.enclosed()).isOne();
    }

    @Test
    void isValidUnderItsOwnKeyAndSaysSo() {
        var judgement = Evidence.judge(file, null);
        assertThat(judgement.verdict()).isEqualTo(Verdict.VALID);
        var contents = Objects.requireNonNull(judgement.contents());
        assertThat(contents.given()).isFalse();
        assertThat(contents.logKey()).isEqualTo(KEY);
    }

    @Test
    void isNotValidUnderAnotherKey() {
        var other = new LogKey(Story.ORIGIN, Story.seed("a thief").verifyingKey());
        assertNotValid(Evidence.judge(file, other), "other-log-key", "checkpoint");
    }

    @Nested
    class WhenAFileWasChanged {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "acts/001.jws",
                    "acts/004.jws",
                    "receipts/001.jws",
                    "keys/001.jws",
                    "entries/0",
                    "entries/6",
                    "checkpoint",
                    "log-key"
                })
        void isNotValid(String name) {
            change(name, bytes -> {
                byte[] altered = bytes.clone();
                altered[altered.length / 2] ^= 1;
                return altered;
            });
            assertThat(Evidence.judge(file, KEY).verdict()).isEqualTo(Verdict.NOT_VALID);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"acts/001.jws", "receipts/001.jws", "keys/001.jws", "entries/6", "checkpoint", "log-key"})
        void isNotValidWhenItIsMissing(String name) {
            unpacked(files -> files.remove(name));
            assertNotValid(Evidence.judge(file, KEY), "file-missing");
        }

        @Test
        void saysThatEnclosedContentWasAltered() {
            change(
                    "content/"
                            + Story.content(1, Act.Role.FORM, Story.SEALED_FORM).document() + ".age",
                    bytes -> Arrays.copyOf(bytes, bytes.length - 1));
            assertNotValid(Evidence.judge(file, KEY), "content-altered");
        }

        @Test
        void saysThatEnclosedContentIsMissing() {
            unpacked(files -> files.keySet().removeIf(name -> name.startsWith("content/")));
            assertNotValid(Evidence.judge(file, KEY), "file-missing");
        }

        @Test
        void doesNotMindThePlainStatement() {
            change("statement.txt", bytes -> "somebody wrote another".getBytes(StandardCharsets.UTF_8));
            assertThat(Evidence.judge(file, KEY).verdict()).isEqualTo(Verdict.VALID);
        }

        @Test
        void takesTheRequestKeyThatTheExportingPersonPutIn() {
            unpacked(files -> files.put("request-key.txt", "AGE-SECRET-KEY-1…".getBytes(StandardCharsets.UTF_8)));
            var judgement = Evidence.judge(file, KEY);
            assertThat(judgement.verdict()).isEqualTo(Verdict.VALID);
            assertThat(judgement.notes()).isEmpty();
        }

        @Test
        void saysWhichFilesAreNoPartOfIt() {
            unpacked(files -> files.put("__MACOSX/._acts", new byte[] {1}));
            var judgement = Evidence.judge(file, KEY);
            assertThat(judgement.verdict()).isEqualTo(Verdict.VALID);
            assertThat(judgement.notes()).containsExactly(Reason.of("stranger", "__MACOSX/._acts"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"acts/005.jws", "receipts/9.jws", "entries/99", "content/contract.pdf"})
        void refusesFilesThatPoseAsPartOfIt(String name) {
            unpacked(files -> files.put(name, new byte[] {1}));
            assertNotValid(Evidence.judge(file, KEY), "not-listed");
        }
    }

    @Nested
    class WhenTheListWasChanged {
        @Test
        void noticesAnotherIndex() {
            manifest(text ->
                    text.replace("\"file\":\"acts/001.jws\",\"index\":6", "\"file\":\"acts/001.jws\",\"index\":8"));
            assertThat(Evidence.judge(file, KEY).verdict()).isEqualTo(Verdict.NOT_VALID);
        }

        @Test
        void noticesActsLeftOutOfTheMiddle() {
            manifest(text -> text.replaceAll("\\{\"file\":\"acts/002.jws\"[^}]*},", ""));
            assertNotValid(Evidence.judge(file, KEY), "chain", "receipt-of-no-act", "not-listed");
        }

        @Test
        void noticesTheFirstActLeftOut() {
            manifest(text -> text.replaceAll("\\{\"file\":\"acts/001.jws\"[^}]*},", ""));
            assertNotValid(Evidence.judge(file, KEY), "no-send", "chain");
        }

        @Test
        void noticesAnotherRequest() {
            manifest(text -> text.replace("\"request\":\"" + Story.REQUEST, "\"request\":\"" + Story.id(0x101)));
            assertNotValid(Evidence.judge(file, KEY), "other-request", "receipt-of-no-act");
        }

        @Test
        void noticesAnotherOrder() {
            manifest(text -> text.replaceAll(
                    "(\\{\"file\":\"acts/002.jws\"[^}]*}),(\\{\"file\":\"acts/003.jws\"[^}]*})", "$2,$1"));
            assertNotValid(Evidence.judge(file, KEY), "acts-order");
        }

        @Test
        void noticesAnActListedTwice() {
            manifest(text -> text.replaceAll("(\\{\"file\":\"acts/002.jws\"[^}]*})", "$1,$1"));
            assertNotValid(Evidence.judge(file, KEY), "listed-twice");
        }

        @Test
        void noticesAReceiptListedAsAnAct() {
            manifest(text ->
                    text.replaceAll("(\"acts\":\\[.*?)],\"receipts\":\\[(\\{[^}]*}),", "$1,$2],\"receipts\":["));
            assertThat(Evidence.judge(file, KEY).verdict()).isEqualTo(Verdict.NOT_VALID);
        }

        @Test
        void noticesContentOfAnotherHash() {
            manifest(
                    text -> text.replaceAll("(\"content\":\\[\\{\"document\":\"[^\"]*\",\"sha256\":\")....", "$10000"));
            assertNotValid(Evidence.judge(file, KEY), "content-of-no-act");
        }

        @Test
        void noticesContentThatIsNotListed() {
            manifest(text -> text.replaceAll(
                    ",\\{\"document\":\"[^\"]*\",\"sha256\":\"[^\"]*\",\"size\":[0-9]*,\"file\":null}]}$", "]}"));
            assertNotValid(Evidence.judge(file, KEY), "content-not-listed");
        }

        @Test
        void cannotTellOfALaterVersion() {
            manifest(text -> text.replace("{\"v\":1,", "{\"v\":2,\"new\":true,"));
            assertCannotTell(Evidence.judge(file, KEY), "later-version");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "{\"v\":1}", "[]", "{\"v\":1,\"kind\":\"another\"}"})
        void cannotTellWithoutAList(String other) {
            change("manifest.json", bytes -> other.getBytes(StandardCharsets.UTF_8));
            assertCannotTell(Evidence.judge(file, KEY), "manifest-unreadable");
        }

        @Test
        void cannotTellOfAnotherArchive() {
            unpacked(files -> files.remove("manifest.json"));
            assertCannotTell(Evidence.judge(file, KEY), "no-manifest");
        }
    }

    /** Packages that are consistent in themselves, in a log that a dishonest host signed. */
    @Nested
    class WhenTheStoryWasForged {
        @Test
        void noticesAReceiptSignedByAnotherKey() {
            told(forged -> {
                var act = forged.acts.getFirst();
                var receipt = receipt(act, act.index(), Receipt.Kind.DELIVERED, Story.recipient('t'));
                forged.add(forged.receipts, receipt.sign(Story.PARAGUAY_OFFICER), receipt);
            });
            assertNotValid(Evidence.judge(file, KEY), "receipt-signature");
        }

        @Test
        void noticesAReceiptThatNamesAnotherIndex() {
            told(forged -> addReceipt(
                    forged, receipt(forged.acts.getFirst(), 3, Receipt.Kind.DELIVERED, Story.recipient('t'))));
            assertNotValid(Evidence.judge(file, KEY), "receipt-index");
        }

        @Test
        void noticesAReceiptOfAnotherKind() {
            told(forged -> addReceipt(
                    forged,
                    receipt(
                            forged.acts.getFirst(),
                            forged.acts.getFirst().index(),
                            Receipt.Kind.OPENED,
                            Story.recipient('t'))));
            assertNotValid(Evidence.judge(file, KEY), "receipt-of-another");
        }

        @Test
        void noticesAReceiptThatNamesAnotherKey() {
            told(forged -> addReceipt(
                    forged,
                    receipt(
                            forged.acts.getFirst(),
                            forged.acts.getFirst().index(),
                            Receipt.Kind.DELIVERED,
                            Story.recipient('z'))));
            assertNotValid(Evidence.judge(file, KEY), "receipt-key");
        }

        @Test
        void noticesAReceiptForAnActThatIsNotThere() {
            told(forged -> {
                var receipt = new Receipt(
                        Story.id(0x700),
                        Receipt.Kind.DELIVERED,
                        Story.REQUEST,
                        Story.id(0x701),
                        MerkleTree.EMPTY_ROOT,
                        Story.COSTA_RICA,
                        Story.recipient('t'),
                        1,
                        Story.START,
                        6);
                addReceipt(forged, receipt);
            });
            assertNotValid(Evidence.judge(file, KEY), "receipt-of-no-act");
        }

        @Test
        void noticesAnActByAKeyThatWasNeverStated() {
            told(forged -> ask(forged, Story.seed("nobody"), Story.COSTA_RICA, 3));
            assertNotValid(Evidence.judge(file, KEY), "act-signature");
        }

        @Test
        void noticesAnActSignedByAColleague() {
            told(forged -> ask(forged, Story.COSTA_RICA_FOUNDER, Story.COSTA_RICA, 3));
            assertNotValid(Evidence.judge(file, KEY), "not-the-author");
        }

        @Test
        void noticesAnActByAnOfficerWhomTheHostInventedAndNobodyAdmitted() {
            told(forged -> {
                var invented = Story.seed("an invented officer");
                forged.key(
                        invented,
                        new Statement.OfficerKey(
                                Story.account(9), Story.recipient('x'), invented.verifyingKey(), Story.START));
                ask(forged, invented, Story.COSTA_RICA, 9);
            });
            assertNotValid(Evidence.judge(file, KEY), "not-of-authority");
        }

        @Test
        void noticesAnInventedOfficerWhoAdmitsHimself() {
            told(forged -> {
                var invented = Story.seed("an invented officer");
                var key = forged.key(
                        invented,
                        new Statement.OfficerKey(
                                Story.account(9), Story.recipient('x'), invented.verifyingKey(), Story.START));
                forged.key(
                        invented,
                        new Statement.Admission(
                                Story.COSTA_RICA, 1, Story.account(9), key.jws().digest(), Story.START));
                ask(forged, invented, Story.COSTA_RICA, 9);
            });
            assertNotValid(Evidence.judge(file, KEY), "not-entitled", "not-of-authority");
        }

        @Test
        void noticesASecondKeyOfAnAccount() {
            told(forged -> {
                var other = Story.seed("a second key");
                forged.key(
                        other,
                        new Statement.OfficerKey(
                                Story.account(3), Story.recipient('x'), other.verifyingKey(), Story.START));
                ask(forged, other, Story.COSTA_RICA, 3);
            });
            assertNotValid(Evidence.judge(file, KEY), "second-key", "act-signature");
        }

        @Test
        void noticesAKeyStatementSignedByAnother() {
            told(forged -> {
                var invented = Story.seed("an invented officer");
                forged.key(
                        Story.COSTA_RICA_OFFICER,
                        new Statement.OfficerKey(
                                Story.account(9), Story.recipient('x'), invented.verifyingKey(), Story.START));
            });
            assertNotValid(Evidence.judge(file, KEY), "officer-key-signature");
        }

        @Test
        void noticesAGenerationMadeByAStranger() {
            told(forged -> forged.key(
                    Story.PARAGUAY_OFFICER,
                    generation(2, forged.keys.get(4).jws().digest())));
            assertNotValid(Evidence.judge(file, KEY), "not-entitled");
        }

        @Test
        void noticesAGenerationThatDoesNotFollow() {
            told(forged -> forged.key(Story.COSTA_RICA_FOUNDER, generation(2, MerkleTree.EMPTY_ROOT)));
            assertNotValid(Evidence.judge(file, KEY), "generation-chain");
        }

        @Test
        void noticesAnActByAnOfficerWhoHadLeft() {
            told(forged -> {
                leave(forged);
                ask(forged, Story.COSTA_RICA_OFFICER, Story.COSTA_RICA, 3);
            });
            assertNotValid(Evidence.judge(file, KEY), "not-of-authority");
        }

        @Test
        void staysValidWhenAnOfficerLeavesAfterwardsAndTheOthersGoOn() {
            told(forged -> {
                leave(forged);
                ask(forged, Story.COSTA_RICA_FOUNDER, Story.COSTA_RICA, 2);
            });
            assertThat(Evidence.judge(file, KEY).reasons()).isEmpty();
        }

        @Test
        void takesAnOfficerWhomThePrintedSheetAdmitted() {
            told(forged -> {
                var late = Story.seed("a late officer");
                var key = forged.key(
                        late,
                        new Statement.OfficerKey(
                                Story.account(9), Story.recipient('x'), late.verifyingKey(), Story.START));
                forged.key(
                        Story.seed("sheet, Costa Rica"),
                        new Statement.Admission(
                                Story.COSTA_RICA, 1, Story.account(9), key.jws().digest(), Story.START));
                ask(forged, late, Story.COSTA_RICA, 9);
            });
            assertThat(Evidence.judge(file, KEY).reasons()).isEmpty();
        }

        @Test
        void noticesAnActOfAThirdAuthority() {
            told(forged -> {
                var third = Story.seed("an officer of a third state");
                forged.key(
                        third,
                        new Statement.OfficerKey(
                                Story.account(9), Story.recipient('x'), third.verifyingKey(), Story.START));
                forged.key(
                        third,
                        new Statement.AuthorityKey(
                                "slv-sample-unit", 1, Story.recipient('y'), null, null, null, Story.START));
                ask(forged, third, "slv-sample-unit", 9);
            });
            assertNotValid(Evidence.judge(file, KEY), "not-a-party");
        }

        @Test
        void takesTheAuthorityThatARequestWasTransferredTo() {
            var third = Story.seed("head of unit, San Jose");
            told(forged -> {
                transferred(forged, third);
                ask(forged, third, "cri-other-unit", 9);
            });
            assertThat(Evidence.judge(file, KEY).reasons()).isEmpty();
        }

        @Test
        void noticesAnActOfTheAuthorityThatHasItNoMore() {
            told(forged -> {
                transferred(forged, Story.seed("head of unit, San Jose"));
                ask(forged, Story.COSTA_RICA_OFFICER, Story.COSTA_RICA, 3);
            });
            assertNotValid(Evidence.judge(file, KEY), "not-a-party");
        }

        @Test
        void takesARequestThatItsOwnSideShared() {
            told(forged -> share(forged, Story.PARAGUAY_OFFICER, Story.PARAGUAY, 1));
            assertThat(Evidence.judge(file, KEY).reasons()).isEmpty();
        }

        @Test
        void noticesARequestSharedByTheOtherSideAndAnActOfWhoeverItWasSharedWith() {
            told(forged -> share(forged, Story.COSTA_RICA_OFFICER, Story.COSTA_RICA, 3));
            assertNotValid(Evidence.judge(file, KEY), "shared-by-another");
            told(forged -> {
                share(forged, Story.PARAGUAY_OFFICER, Story.PARAGUAY, 1);
                ask(forged, Story.seed("head of unit, San Jose"), "pry-other-unit", 9);
            });
            assertNotValid(Evidence.judge(file, KEY), "not-a-party");
        }

        @Test
        void takesConditionsThatTheSideTheyBindRefusesAndTheOtherUpholds() {
            told(forged -> {
                var result = costaRica(forged, new Result(true, Story.CONDITIONS));
                costaRica(forged, new RefuseConditions(null, "purpose"));
                paraguay(forged, new UpholdConditions(null));
                paraguay(forged, new RefuseConditions(result, "onward"));
                costaRica(forged, new UpholdConditions(result));
            });
            assertThat(Evidence.judge(file, KEY).reasons()).isEmpty();
        }

        @Test
        void noticesConditionsThatAreNotTheAuthorsToRefuseOrToUphold() {
            told(forged -> paraguay(forged, new RefuseConditions(null, "purpose")));
            assertNotValid(Evidence.judge(file, KEY), "conditions-of-another");
            told(forged -> costaRica(forged, new UpholdConditions(null)));
            assertNotValid(Evidence.judge(file, KEY), "conditions-of-another");
            told(forged -> costaRica(
                    forged, new RefuseConditions(costaRica(forged, new Result(true, Story.CONDITIONS)), "onward")));
            assertNotValid(Evidence.judge(file, KEY), "conditions-of-another");
            told(forged -> paraguay(forged, new RefuseConditions(Story.id(0x999), "onward")));
            assertNotValid(Evidence.judge(file, KEY), "conditions-of-another");
        }

        @Test
        void noticesATransferByTheOtherSide() {
            var third = Story.seed("head of unit, San Jose");
            told(forged -> {
                join(forged, third);
                forged.act(
                        Story.PARAGUAY_OFFICER,
                        Story.PARAGUAY,
                        Story.account(1),
                        List.of(),
                        new Transfer("cri-other-unit", 1, Transfer.Reason.OTHER),
                        forged.acts.getLast());
                ask(forged, third, "cri-other-unit", 9);
            });
            assertNotValid(Evidence.judge(file, KEY), "not-a-party");
        }

        @Test
        void noticesThatARecallWasReceiptedThoughTheRequestHadBeenOpened() {
            told(forged -> {
                var withdrawn = forged.act(
                        Story.PARAGUAY_OFFICER,
                        Story.PARAGUAY,
                        Story.account(1),
                        List.of(),
                        Coded.Plain.WITHDRAW,
                        forged.acts.getLast());
                forged.receipt(Receipt.Kind.RECALLED, withdrawn);
            });
            assertNotValid(Evidence.judge(file, KEY), "receipt-of-another");
        }

        @Test
        void noticesASecondBeginning() {
            told(forged ->
                    forged.act(Story.PARAGUAY_OFFICER, Story.PARAGUAY, Story.account(1), List.of(), Story.SEND, null));
            assertNotValid(Evidence.judge(file, KEY), "second-send");
        }

        @Test
        void keepsTwoActsThatFollowOnTheSameOne() {
            told(forged -> forged.act(
                    Story.PARAGUAY_OFFICER,
                    Story.PARAGUAY,
                    Story.account(1),
                    List.of(),
                    Coded.Plain.WITHDRAW,
                    forged.acts.getFirst()));
            assertThat(Evidence.judge(file, KEY).reasons()).isEmpty();
        }

        @Test
        void cannotTellWithoutTheStatementsOfAnAuthority() {
            var shortened = new Story();
            var officer = shortened.key(
                    Story.PARAGUAY_OFFICER,
                    new Statement.OfficerKey(
                            Story.account(1),
                            Story.recipient('p'),
                            Story.PARAGUAY_OFFICER.verifyingKey(),
                            Story.START));
            assertThat(officer.index()).isZero();
            shortened.act(Story.PARAGUAY_OFFICER, Story.PARAGUAY, Story.account(1), List.of(), Story.SEND, null);
            Packages.write(shortened, file);
            assertCannotTell(Evidence.judge(file, KEY), "authority-unknown");
        }

        @Test
        void cannotTellOfAKindOfActThatComesLater() {
            var known = story.acts.getFirst().jws();
            var later = Jws.sign(
                    Story.PARAGUAY_OFFICER,
                    "enlace-act+jws",
                    Encodings.utf8(Encodings.utf8(known.payload()).replace("\"kind\":\"send\"", "\"kind\":\"later\"")));
            var log = new MemoryLog();
            story.log.entries.forEach(log::append);
            int at = (int) story.acts.getFirst().index();
            var entry = new Entry(Entry.Kind.ACT, Story.id(0x800), Story.START, null, later.digest()).encode();
            log.entries.set(at, entry);
            log.leaves.set(at, MerkleTree.leaf(entry));
            repack(log, Map.of("acts/001.jws", Encodings.utf8(later.compact()), "entries/" + at, entry));
            var judgement = Evidence.judge(file, KEY);
            assertThat(judgement.reasons()).extracting(Reason::code).contains("later-kind");
        }

        private void told(Consumer<Story> more) {
            story = Story.told();
            more.accept(story);
            Packages.write(story, file);
        }

        private void addReceipt(Story forged, Receipt receipt) {
            forged.add(forged.receipts, receipt.sign(Story.LOG.key()), receipt);
        }

        private Receipt receipt(Story.Item of, long index, Receipt.Kind kind, String key) {
            return new Receipt(
                    Story.id(0x700),
                    kind,
                    Story.REQUEST,
                    ((Act) of.signed()).act(),
                    of.jws().digest(),
                    Story.COSTA_RICA,
                    key,
                    1,
                    Story.START,
                    index);
        }

        private void ask(Story forged, SigningKey signer, String authority, int account) {
            forged.act(
                    signer,
                    authority,
                    Story.account(account),
                    List.of(),
                    new Ask(LocalDate.of(2026, 3, 20), List.of()),
                    forged.acts.getLast());
        }

        private void join(Story forged, SigningKey officer) {
            forged.key(
                    officer,
                    new Statement.OfficerKey(
                            Story.account(9), Story.recipient('x'), officer.verifyingKey(), Story.START));
            forged.key(
                    officer,
                    new Statement.AuthorityKey(
                            "cri-other-unit", 1, Story.recipient('y'), null, null, null, Story.START));
        }

        private void share(Story forged, SigningKey officer, String authority, int account) {
            forged.act(
                    officer,
                    authority,
                    Story.account(account),
                    List.of(),
                    new Share("pry-other-unit", 1),
                    forged.acts.getLast());
        }

        private UUID costaRica(Story forged, Coded coded) {
            return act(forged, Story.COSTA_RICA_OFFICER, Story.COSTA_RICA, 3, coded);
        }

        private UUID paraguay(Story forged, Coded coded) {
            return act(forged, Story.PARAGUAY_OFFICER, Story.PARAGUAY, 1, coded);
        }

        private UUID act(Story forged, SigningKey officer, String authority, int account, Coded coded) {
            var item = forged.act(officer, authority, Story.account(account), List.of(), coded, forged.acts.getLast());
            return ((Act) item.signed()).act();
        }

        private void transferred(Story forged, SigningKey officer) {
            join(forged, officer);
            var transfer = forged.act(
                    Story.COSTA_RICA_OFFICER,
                    Story.COSTA_RICA,
                    Story.account(3),
                    List.of(),
                    new Transfer("cri-other-unit", 1, Transfer.Reason.COMPETENCE),
                    forged.acts.getLast());
            addReceipt(
                    forged,
                    new Receipt(
                            Story.id(0x701),
                            Receipt.Kind.TRANSFERRED,
                            Story.REQUEST,
                            ((Act) transfer.signed()).act(),
                            transfer.jws().digest(),
                            "cri-other-unit",
                            Story.recipient('y'),
                            1,
                            Story.START,
                            transfer.index()));
        }

        private Statement.AuthorityKey generation(int number, @Nullable Hash previous) {
            return new Statement.AuthorityKey(
                    Story.COSTA_RICA, number, Story.recipient('v'), null, null, previous, Story.START);
        }

        private void leave(Story forged) {
            forged.key(
                    Story.COSTA_RICA_FOUNDER,
                    new Statement.Departure(Story.COSTA_RICA, 1, Story.account(3), Story.START));
            forged.key(
                    Story.COSTA_RICA_FOUNDER,
                    generation(2, forged.keys.get(4).jws().digest()));
        }

        /** The same package under a log with another entry in it. */
        private void repack(MemoryLog log, Map<String, byte[]> replaced) {
            var files = Packages.unpack(file);
            files.putAll(replaced);
            var manifest = Manifest.parse(Objects.requireNonNull(files.get("manifest.json")));
            UnaryOperator<List<Manifest.Item>> again = items -> items.stream()
                    .map(item -> new Manifest.Item(
                            item.file(),
                            item.index(),
                            InclusionProof.of(item.index(), log.entries.size(), log)
                                    .hashes()))
                    .toList();
            files.put(
                    "manifest.json",
                    new Manifest(
                                    manifest.request(),
                                    manifest.reference(),
                                    manifest.made(),
                                    manifest.language(),
                                    again.apply(manifest.acts()),
                                    again.apply(manifest.receipts()),
                                    again.apply(manifest.keys()),
                                    manifest.content(),
                                    manifest.reminders())
                            .encode());
            files.put(
                    "checkpoint",
                    Encodings.utf8(new Checkpoint(Story.ORIGIN, log.entries.size(), log.root(log.entries.size()))
                            .signedBy(Story.LOG)
                            .encode()));
            Packages.pack(files, file);
        }
    }

    @Nested
    class WhenItIsNoPackage {
        @Test
        void cannotTellOfAFileThatIsNotThere() {
            assertCannotTell(Evidence.judge(folder.resolve("absent.zip"), KEY), "no-file");
            assertCannotTell(Evidence.judge(folder, KEY), "no-file");
        }

        @Test
        void cannotTellOfAnEmptyFile() throws IOException {
            Files.write(file, new byte[0]);
            assertCannotTell(Evidence.judge(file, KEY), "empty-file");
        }

        @Test
        void cannotTellOfAnotherKindOfFile() throws IOException {
            Files.writeString(file, "%PDF-1.7 and so on, long enough to hold an end record if it had one");
            assertCannotTell(Evidence.judge(file, KEY), "not-a-zip");
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.0005, 0.1, 0.5, 0.9, 0.999})
        void saysThatItIsIncomplete(double part) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, Math.max(4, (int) (bytes.length * part))));
            assertCannotTell(Evidence.judge(file, KEY), "truncated");
        }

        @Test
        void neverThrowsWhateverByteIsDamaged() throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at < bytes.length; at += 37) {
                byte[] damaged = bytes.clone();
                damaged[at] ^= 0x55;
                Files.write(file, damaged);
                // Names and dates of the archive are not evidence, and the plain statement is not signed: some damage
                // changes nothing.
                assertThat(Evidence.judge(file, KEY).verdict()).isNotNull();
            }
        }

        @Test
        void saysWhenItsBytesAreDamaged() throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("acts/001.jws") + 60;
            bytes[at] ^= 0x55;
            Files.write(file, bytes);
            assertCannotTell(Evidence.judge(file, KEY), "damaged-file");
        }
    }

    @Nested
    class WhenItIsHostile {
        @Test
        void doesNotUnpackABomb() {
            unpacked(files -> files.put(
                    "content/"
                            + Story.content(1, Act.Role.FORM, Story.SEALED_FORM).document() + ".age",
                    new byte[8 << 20]));
            assertCannotTell(Evidence.judge(file, KEY), "bomb");
        }

        @Test
        void doesNotReadALongListOfTheWrongLength() {
            unpacked(files -> files.put("acts/001.jws", new byte[1 << 20]));
            assertCannotTell(Evidence.judge(file, KEY), "file-too-large");
        }

        @Test
        void doesNotReadMoreFilesThanAPackageCanHave() {
            unpacked(files -> {
                for (int at = 0; at < Archive.MAX_FILES; at++) {
                    files.put("note-" + at, new byte[0]);
                }
            });
            assertCannotTell(Evidence.judge(file, KEY), "too-many-files");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../outside",
                    "acts/../../outside",
                    "/etc/passwd",
                    "C:\\outside",
                    "acts\\001.jws",
                    "./acts/001.jws",
                    "a\nb"
                })
        void readsNoPathOutsideItself(String name) {
            unpacked(files -> files.put(name, new byte[] {1}));
            assertCannotTell(Evidence.judge(file, KEY), "path-outside");
        }

        @Test
        void readsNoArchiveWithTwoFilesOfOneName() throws IOException {
            var files = Packages.unpack(file);
            try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (var each : files.entrySet()) {
                    zip.putNextEntry(
                            new ZipEntry(each.getKey().equals("acts/002.jws") ? "acts/00X.jws" : each.getKey()));
                    zip.write(each.getValue());
                    zip.closeEntry();
                }
            }
            byte[] bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .replace("acts/00X.jws", "acts/001.jws")
                    .getBytes(StandardCharsets.ISO_8859_1);
            Files.write(file, bytes);
            assertCannotTell(Evidence.judge(file, KEY), "name-twice");
        }

        @Test
        void readsNoArchiveThatCountsOtherwiseThanItLists() throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            int end = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\5\6");
            bytes[end + 8] = 3;
            bytes[end + 10] = 3;
            Files.write(file, bytes);
            assertThat(Evidence.judge(file, KEY).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        }
    }

    @Nested
    class AsItIsWritten {
        @Test
        void givesTheSameBytesForTheSameStory() throws IOException {
            var again = folder.resolve("again.zip");
            Packages.write(Story.told(), again);
            assertThat(again).hasSameBinaryContentAs(file);
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "es", "fr", "pt"})
        void tellsWhatItIsInTheReadersLanguage(String language) throws IOException {
            var out = new ByteArrayOutputStream();
            Packages.write(story, language, out);
            Files.write(file, out.toByteArray());
            String statement = new String(Packages.unpack(file).get("statement.txt"), StandardCharsets.UTF_8);
            var sentences = new Sentences(language);
            assertThat(statement)
                    .contains(
                            Packages.REFERENCE,
                            "2026-03-14 22:52:00 UTC",
                            sentences.say("act.preserve"),
                            sentences.say("receipt.taken-in-charge"),
                            KEY.line())
                    .doesNotContain("{0}");
        }

        @Test
        void isNotBegunUnderACheckpointOfAnotherKey() {
            var cover = Packages.cover(story, "en");
            var other = new EvidenceWriter.Cover(
                    cover.request(),
                    cover.reference(),
                    cover.made(),
                    "en",
                    cover.checkpoint(),
                    new LogKey(Story.ORIGIN, Story.seed("a thief").verifyingKey()));
            assertThatThrownBy(() -> new EvidenceWriter(new ByteArrayOutputStream(), other))
                    .isInstanceOf(Malformed.class);
        }

        @Test
        void takesNothingThatWouldNotVerify() throws IOException {
            var act = story.acts.getFirst();
            var other = story.acts.getLast();
            var writer = new EvidenceWriter(new ByteArrayOutputStream(), Packages.cover(story, "en"));
            assertThatThrownBy(() -> writer.act(act.jws(), other.entry(), story.proof(other)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.act(act.jws(), act.entry(), story.proof(other)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.act(act.jws(), act.entry(), InclusionProof.of(act.index(), 9, story.log)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.receipt(act.jws(), act.entry(), story.proof(act)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.content(
                            Story.id(1), MerkleTree.EMPTY_ROOT, 3, new ByteArrayInputStream(new byte[] {1, 2, 3})))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.content(
                            UUID.randomUUID(), MerkleTree.EMPTY_ROOT, 3, new ByteArrayInputStream(new byte[0])))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void change(String name, UnaryOperator<byte[]> change) {
        unpacked(files -> files.compute(name, (same, bytes) -> change.apply(Objects.requireNonNull(bytes))));
    }

    private void manifest(UnaryOperator<String> change) {
        change("manifest.json", Packages.text(change));
    }

    private void unpacked(Consumer<Map<String, byte[]>> change) {
        var files = new LinkedHashMap<>(Packages.unpack(file));
        change.accept(files);
        Packages.pack(files, file);
    }

    private static void assertNotValid(Judgement judgement, String... codes) {
        assertThat(judgement.reasons()).extracting(Reason::code).contains(codes);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    private static void assertCannotTell(Judgement judgement, String code) {
        assertThat(judgement.reasons()).extracting(Reason::code).containsExactly(code);
        assertThat(judgement.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }
}
