package org.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.enlace.ledger.Audit.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log of 1,300 entries in a folder, and what can be done to it by somebody who holds the folder but not the key. */
class AuditTests {
    private static final int SIZE = 1_300;
    private static final LogKey KEY = Story.LOG.logKey();

    @TempDir
    Path folder;

    private final List<byte[]> entries = new ArrayList<>();

    @BeforeEach
    void publish() throws IOException {
        for (int at = 0; at < SIZE; at++) {
            entries.add(entry("thing " + at));
        }
        new Publisher(folder, SIZE).publish(entries);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 512, 1_299})
    void aLogOfAnySizeIsSound(int size) throws IOException {
        new Publisher(folder, SIZE).publish(entries.subList(0, size));
        var report = Audit.of(new TileFolder(folder), KEY);
        assertThat(report.first()).isEmpty();
        assertThat(report.size()).isEqualTo(size);
        assertThat(report.unreadable()).isZero();
    }

    @Test
    void saysHowManyEntriesItCannotRead() throws IOException {
        entries.set(3, "of a kind that comes later\n".getBytes(StandardCharsets.US_ASCII));
        new Publisher(folder, SIZE).publish(entries);
        assertThat(Audit.of(new TileFolder(folder), KEY))
                .isEqualTo(new Audit.Report(SIZE, 1, java.util.Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 700, 1_279, 1_299})
    void namesTheEntryThatWasAltered(int index) throws IOException {
        var altered = new ArrayList<>(entries);
        altered.set(index, entry("another thing"));
        new Publisher(folder, SIZE).bundles(altered);
        assertFound(Fault.ALTERED, index);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 254, 255, 700, 1_298})
    void namesTheFirstOfTwoThatWereSwapped(int index) throws IOException {
        var swapped = new ArrayList<>(entries);
        swapped.set(index, entries.get(index + 1));
        swapped.set(index + 1, entries.get(index));
        new Publisher(folder, SIZE).bundles(swapped);
        assertFound(Fault.MISPLACED, index);
    }

    @Test
    void namesTheFirstOfTwoThatWereSwappedFarApart() throws IOException {
        var swapped = new ArrayList<>(entries);
        swapped.set(3, entries.get(1_200));
        swapped.set(1_200, entries.get(3));
        new Publisher(folder, SIZE).bundles(swapped);
        assertFound(Fault.MISPLACED, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 256, 700, 1_298})
    void namesTheEntryThatWasTakenOut(int index) throws IOException {
        var shorter = new ArrayList<>(entries);
        shorter.remove(index);
        new Publisher(folder, SIZE).bundles(shorter);
        assertFound(Fault.MISSING, index);
    }

    @Test
    void namesTheFirstEntryThatWasCutOff() throws IOException {
        var last = folder.resolve(TilePath.in(SIZE, TilePath.ENTRIES, 5).path());
        byte[] bytes = Files.readAllBytes(last);
        Files.write(last, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertFound(Fault.MISSING, SIZE - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/entries/002", "tile/0/002"})
    void namesTheFirstEntryOfATileThatIsGone(String tile) throws IOException {
        Files.delete(folder.resolve(tile));
        assertFound(Fault.MISSING, 512);
    }

    @Test
    void findsAnEntryAlteredTogetherWithItsHash() throws IOException {
        var altered = new ArrayList<>(entries);
        altered.set(700, entry("another thing"));
        var publisher = new Publisher(folder, SIZE);
        publisher.bundles(altered);
        publisher.tiles(altered, 0);
        var finding = found();
        assertThat(finding.fault()).isEqualTo(Fault.ALTERED);
        assertThat(finding)
                .isEqualTo(new Audit.Finding(
                        Fault.ALTERED, 512, "At least one of the entries 512 to 767 is not what was signed."));
    }

    @Test
    void findsALogRewrittenUpToTheRootAndNarrowsItDownByEarlierCheckpoints() throws IOException {
        var earlier = List.of(
                Publisher.note(entries, 600),
                Publisher.note(entries, 700),
                Publisher.note(entries, 701),
                Publisher.note(entries, 1_000));
        var altered = new ArrayList<>(entries);
        altered.set(700, entry("another thing"));
        var publisher = new Publisher(folder, SIZE);
        publisher.bundles(altered);
        publisher.tiles(altered, 0);
        publisher.tiles(altered, 1);
        assertThat(found().sentence()).isEqualTo("At least one of the entries 0 to 1299 is not what was signed.");
        assertThat(Audit.of(new TileFolder(folder), KEY, earlier).first())
                .contains(new Audit.Finding(Fault.ALTERED, 700, "Entry 700 is not what was signed."));
    }

    @Test
    void findsAPastThatTheHostItselfRewroteAndSignedAgain() throws IOException {
        var kept = Publisher.note(entries, 1_000);
        var altered = new ArrayList<>(entries);
        altered.set(700, entry("another thing"));
        new Publisher(folder, SIZE).publish(altered);
        assertThat(Audit.of(new TileFolder(folder), KEY).isSound()).isTrue();
        var finding =
                Audit.of(new TileFolder(folder), KEY, List.of(kept)).first().orElseThrow();
        assertThat(finding.fault()).isEqualTo(Fault.ALTERED);
        assertThat(finding.index()).isZero();
    }

    @Test
    void findsALogThatWasCutBackToAnEarlierSize() throws IOException {
        var kept = Publisher.note(entries, SIZE);
        new Publisher(folder, SIZE).publish(entries.subList(0, 1_250));
        assertThat(Audit.of(new TileFolder(folder), KEY, List.of(kept)).first())
                .contains(new Audit.Finding(
                        Fault.MISSING, 1_250, "Entries 1250 to 1299 were signed and are no longer there."));
    }

    @Test
    void trustsNoCheckpointOfAnotherKey() throws IOException {
        var thief = new LogSigner(Story.ORIGIN, Story.seed("a thief"));
        Files.writeString(
                folder.resolve("checkpoint"),
                new Checkpoint(Story.ORIGIN, SIZE, Publisher.root(entries, SIZE))
                        .signedBy(thief)
                        .encode());
        assertFound(Fault.CHECKPOINT, -1);
    }

    @Test
    void trustsNoEarlierCheckpointOfAnotherKey() throws IOException {
        var thief = new LogSigner(Story.ORIGIN, Story.seed("a thief"));
        var forged = new Checkpoint(Story.ORIGIN, 5, Publisher.root(entries, 5))
                .signedBy(thief)
                .encode();
        assertThat(Audit.of(new TileFolder(folder), KEY, List.of(forged))
                        .first()
                        .orElseThrow()
                        .fault())
                .isEqualTo(Fault.CHECKPOINT);
    }

    private void assertFound(Fault fault, long index) throws IOException {
        var finding = found();
        assertThat(finding.fault()).as(finding.sentence()).isEqualTo(fault);
        assertThat(finding.index()).as(finding.sentence()).isEqualTo(index);
    }

    private Audit.Finding found() throws IOException {
        return Audit.of(new TileFolder(folder), KEY).first().orElseThrow();
    }

    private static byte[] entry(String thing) {
        return new Entry(
                        Entry.Kind.ACT,
                        Story.id(1),
                        Story.START,
                        null,
                        Hash.sha256(thing.getBytes(StandardCharsets.US_ASCII)))
                .encode();
    }
}
