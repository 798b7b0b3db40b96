package org.enlace.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.enlace.Language;
import org.enlace.Refused;
import org.enlace.Role;
import org.enlace.StateCode;
import org.enlace.Viewer;
import org.enlace.access.Left;
import org.enlace.database.Disc;
import org.enlace.ledger.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The rules of uploading, on the real database. What travels over HTTP is for {@code DocumentsOverHttpTests}. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "enlace.documents.largest=8MB",
            "enlace.documents.waiting=12MB",
            "enlace.documents.request=24MB",
            "enlace.documents.waiting-files=5"
        })
class UploadTests {

    private static final int MEBIBYTE = 1 << 20;

    @Autowired
    private Upload upload;

    @Autowired
    private Limits limits;

    @Autowired
    private SealedFiles files;

    @Autowired
    private Cleaning cleaning;

    @Autowired
    private Leftovers leftovers;

    @Autowired
    private Tickets tickets;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final UUID id = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private Viewer asuncion = officer("PRY");
    private final Viewer sanJose = officer("CRI");

    @BeforeEach
    void anAuthorityWithoutUploads() {
        asuncion = officer("PRY");
    }

    @Test
    void arrivesInAnyOrderAndIsReadWhole() throws IOException {
        var bytes = sealed(3 * MEBIBYTE + 17);
        upload.announce(id, request, bytes.length, asuncion);
        for (var number : new int[] {3, 0, 2, 1}) {
            upload.put(id, number, chunk(bytes, number), asuncion);
        }
        upload.complete(id, Hash.sha256(bytes).hex(), asuncion);

        var file = files.require(id, asuncion);
        assertThat(read(file, 0, file.size())).isEqualTo(bytes);
        assertThat(read(file, MEBIBYTE - 5, 10)).isEqualTo(Arrays.copyOfRange(bytes, MEBIBYTE - 5, MEBIBYTE + 5));
        assertThat(read(file, file.size() - 1, 1)).isEqualTo(new byte[] {bytes[bytes.length - 1]});
    }

    @Test
    void resumesWhereItStopped() {
        var bytes = sealed(2 * MEBIBYTE + 1);
        var file = upload.announce(id, request, bytes.length, asuncion);
        assertThat(upload.firstMissing(file)).isZero();
        upload.put(id, 0, chunk(bytes, 0), asuncion);
        upload.put(id, 2, chunk(bytes, 2), asuncion);

        // The browser was closed. Another officer of the authority goes on.
        assertThat(upload.announce(id, request, bytes.length, asuncion)).isEqualTo(file);
        assertThat(upload.firstMissing(file)).isEqualTo(1);
        assertRefused(DocumentsRefusal.NOT_ALL_HERE, () -> complete(bytes));
        upload.put(id, 1, chunk(bytes, 1), asuncion);
        upload.put(id, 1, chunk(bytes, 1), asuncion);
        complete(bytes);
        complete(bytes);
        assertThat(upload.state(id, asuncion).isComplete()).isTrue();
    }

    @Test
    void takesChunksSideBySide() throws Exception {
        var bytes = sealed(8 * MEBIBYTE);
        upload.announce(id, request, bytes.length, asuncion);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var jobs = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        upload.put(id, number, chunk(bytes, number), asuncion);
                        return null;
                    })
                    .toList();
            for (var job : workers.invokeAll(jobs)) {
                job.get();
            }
        }
        complete(bytes);
    }

    @Nested
    class Refuses {

        @Test
        void whatIsOverTheLimitBeforeTheFirstByte() {
            assertThatThrownBy(() -> upload.announce(id, request, 8L * MEBIBYTE + 1, asuncion))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.refusal()).isEqualTo(DocumentsRefusal.TOO_LARGE);
                        assertThat(refused.arguments()).containsExactly(8L);
                    });
        }

        @Test
        void whatWouldExceedTheAuthoritysQuota() {
            upload.announce(UUID.randomUUID(), request, 8L * MEBIBYTE, asuncion);
            assertRefused(
                    DocumentsRefusal.TOO_MUCH_WAITING,
                    () -> upload.announce(UUID.randomUUID(), request, 4L * MEBIBYTE + 1, asuncion));
            upload.announce(UUID.randomUUID(), request, 4L * MEBIBYTE, asuncion);
            upload.announce(UUID.randomUUID(), request, 4L * MEBIBYTE, officer("URY"));
        }

        @Test
        void whatTheRequestCannotHoldWhicheverSideItComesFrom() {
            for (var officer : List.of(asuncion, officer("URY"))) {
                upload.announce(UUID.randomUUID(), request, 8L * MEBIBYTE, officer);
                upload.announce(UUID.randomUUID(), request, 4L * MEBIBYTE - 1, officer);
            }
            assertThat(limits.of(request, sanJose.requireAuthority()).request()).isEqualTo(2);
            assertRefused(DocumentsRefusal.REQUEST_FULL, () -> upload.announce(id, request, 3, sanJose));
            upload.announce(id, request, 2, sanJose);
        }

        @Test
        void whatTheDiscCannotTakeWithWhatIsStillToCome(@TempDir Path folder) throws IOException {
            var free = Files.getFileStore(folder).getUsableSpace();
            var narrow = new DocumentsSettings(
                    DataSize.ofTerabytes(1000),
                    DataSize.ofTerabytes(1000),
                    DataSize.ofBytes(Math.max(0, free - 64L * MEBIBYTE)),
                    DataSize.ofTerabytes(1000),
                    1000,
                    Duration.ofDays(7),
                    16);
            var scant = new Limits(jdbc, new Disc(folder), narrow);
            assertRefused(
                    DocumentsRefusal.NO_ROOM,
                    () -> scant.require(request, asuncion.requireAuthority(), 4096L * MEBIBYTE));
            assertThat(scant.of(request, asuncion.requireAuthority()).now()).isLessThan(4096L * MEBIBYTE);
        }

        @Test
        void moreFilesThanTheQuotaThoughTheyComeAtOnce() throws Exception {
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                var jobs = IntStream.range(0, 12)
                        .<Callable<Boolean>>mapToObj(number -> () -> {
                            try {
                                upload.announce(UUID.randomUUID(), request, 10, asuncion);
                                return true;
                            } catch (Refused refused) {
                                return false;
                            }
                        })
                        .toList();
                var taken = 0;
                for (var job : workers.invokeAll(jobs)) {
                    taken += job.get() ? 1 : 0;
                }
                assertThat(taken).isEqualTo(5);
            }
        }

        @Test
        void chunksOfAnotherLengthOrPlace() {
            var bytes = sealed(MEBIBYTE + 10);
            upload.announce(id, request, bytes.length, asuncion);
            for (var wrong : new int[] {0, 9, 11, MEBIBYTE}) {
                assertRefused(DocumentsRefusal.CHUNK_DOES_NOT_FIT, () -> upload.put(id, 1, new byte[wrong], asuncion));
            }
            assertRefused(DocumentsRefusal.CHUNK_DOES_NOT_FIT, () -> upload.put(id, 2, new byte[10], asuncion));
            assertRefused(DocumentsRefusal.CHUNK_DOES_NOT_FIT, () -> upload.put(id, -1, new byte[10], asuncion));
        }

        @Test
        void whatIsNotSealed() {
            upload.announce(id, request, 40, asuncion);
            assertRefused(
                    DocumentsRefusal.NOT_SEALED,
                    () -> upload.put(id, 0, Arrays.copyOf("dear colleague".getBytes(), 40), asuncion));
        }

        @Test
        void whatWasAlteredOnTheWay() {
            var bytes = sealed(1000);
            upload.announce(id, request, bytes.length, asuncion);
            var altered = bytes.clone();
            altered[999] ^= 1;
            upload.put(id, 0, altered, asuncion);
            assertRefused(DocumentsRefusal.HASH_DIFFERS, () -> complete(bytes));
            assertAbsent(() -> files.require(id, asuncion));

            upload.put(id, 0, bytes, asuncion);
            complete(bytes);
            assertRefused(DocumentsRefusal.ALREADY_COMPLETE, () -> upload.put(id, 0, altered, asuncion));
            assertThat(read(files.require(id, asuncion), 0, 1000)).isEqualTo(bytes);
        }

        @Test
        void anIdThatIsTaken() {
            upload.announce(id, request, 10, asuncion);
            assertRefused(DocumentsRefusal.ID_TAKEN, () -> upload.announce(id, request, 11, asuncion));
            assertRefused(DocumentsRefusal.ID_TAKEN, () -> upload.announce(id, request, 10, sanJose));
        }
    }

    @Nested
    class AsOfficerOfAnotherAuthority {

        @Test
        void findsNothingUntilAnActBringsItAndTheRequestIsOpenedToThem() {
            var bytes = sealed(500);
            upload.announce(id, request, bytes.length, asuncion);
            assertAbsent(() -> upload.state(id, sanJose));
            assertAbsent(() -> upload.put(id, 0, bytes, sanJose));
            upload.put(id, 0, bytes, asuncion);
            complete(bytes);
            assertAbsent(() -> files.require(id, sanJose));

            files.admit(request, asuncion.requireAuthority());
            bring(bytes);
            assertAbsent(() -> files.require(id, sanJose));

            files.admit(request, sanJose.requireAuthority());
            assertThat(files.require(id, sanJose).size()).isEqualTo(500);
            assertAbsent(() -> files.require(id, officer("CRI")));
            assertAbsent(() -> files.require(id, Viewer.anyone(Language.EN)));
        }

        @Test
        void removesNothing() {
            upload.announce(id, request, 10, asuncion);
            assertAbsent(() -> leftovers.remove(id, sanJose));
        }
    }

    @Test
    void anActBringsOnlyTheFileItDescribes() {
        var bytes = sealed(500);
        upload.announce(id, request, bytes.length, asuncion);
        upload.put(id, 0, bytes, asuncion);
        assertRefused(DocumentsRefusal.NOT_THE_FILE, () -> bring(bytes));
        complete(bytes);

        var sha256 = Hash.sha256(bytes).hex();
        var authority = asuncion.requireAuthority();
        assertRefused(DocumentsRefusal.NOT_THE_FILE, () -> files.bring(id, request, authority, sha256, 499));
        assertRefused(
                DocumentsRefusal.NOT_THE_FILE,
                () -> files.bring(
                        id, request, authority, Hash.sha256(new byte[0]).hex(), 500));
        assertRefused(DocumentsRefusal.NOT_THE_FILE, () -> files.bring(id, UUID.randomUUID(), authority, sha256, 500));
        assertRefused(
                DocumentsRefusal.NOT_THE_FILE, () -> files.bring(id, request, sanJose.requireAuthority(), sha256, 500));
        bring(bytes);
        assertRefused(DocumentsRefusal.NOT_THE_FILE, () -> bring(bytes));
        assertRefused(DocumentsRefusal.ALREADY_BROUGHT, () -> leftovers.remove(id, asuncion));
    }

    @Test
    void whatNobodyFinishedIsForgottenAWeekAfterItsLastByte() {
        var old = UUID.randomUUID();
        var finished = UUID.randomUUID();
        var bytes = sealed(500);
        upload.announce(old, request, bytes.length, asuncion);
        upload.put(old, 0, bytes, asuncion);
        tickets.keep(old, bytes, asuncion);
        upload.announce(finished, request, bytes.length, asuncion);
        upload.put(finished, 0, bytes, asuncion);
        upload.complete(finished, Hash.sha256(bytes).hex(), asuncion);
        upload.announce(id, request, MEBIBYTE + 10, asuncion);
        var week = Duration.ofDays(7).plusMinutes(1);
        age("sealed_file", "announced_at", "id", week, old, finished, id);
        age("chunk", "arrived_at", "sealed_file", week, old, finished);
        upload.put(id, 0, sealed(MEBIBYTE), asuncion); // begun long ago, and somebody went on

        cleaning.clean();

        assertAbsent(() -> upload.state(old, asuncion));
        assertThat(tickets.begun(request, asuncion)).isEmpty();
        assertThat(upload.state(id, asuncion)).isNotNull();
        assertThat(upload.state(finished, asuncion).isComplete()).isTrue();
        assertThat(jdbc.sql("select count(*) from documents.chunk where sealed_file = :old")
                        .param("old", old)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatArrivedWholeGoesAfterAWeekUnlessSomethingHalfWrittenMayNameIt() {
        var ofDraft = UUID.randomUUID();
        var ofAct = UUID.randomUUID();
        var brought = UUID.randomUUID();
        var fresh = UUID.randomUUID();
        var draft = UUID.randomUUID();
        var acted = UUID.randomUUID();
        var bytes = sealed(500);
        arrived(id, request, bytes);
        arrived(ofDraft, draft, bytes);
        arrived(ofAct, acted, bytes);
        arrived(brought, request, bytes);
        files.bring(
                brought,
                request,
                asuncion.requireAuthority(),
                Hash.sha256(bytes).hex(),
                bytes.length);
        jdbc.sql(
                        "insert into drafting.draft values (:id, :authority, 1, :sealed, now(), now(), 'x', null, 'preservation/1')")
                .param("id", draft)
                .param("authority", asuncion.requireAuthority())
                .param("sealed", bytes)
                .update();
        jdbc.sql(
                        "insert into drafting.unsigned_act values (:id, :authority, 'ask', 1, :sealed, now(), now(), 'x', :id)")
                .param("id", acted)
                .param("authority", asuncion.requireAuthority())
                .param("sealed", bytes)
                .update();
        age("sealed_file", "completed_at", "id", Duration.ofDays(7).plusMinutes(1), id, ofDraft, ofAct, brought);
        arrived(fresh, request, bytes);

        cleaning.clean();

        assertAbsent(() -> upload.state(id, asuncion));
        for (var kept : List.of(ofDraft, ofAct, brought, fresh)) {
            assertThat(upload.state(kept, asuncion).isComplete()).isTrue();
        }
        assertThat(leftovers.of(asuncion))
                .extracting(Leftovers.Leftover::id)
                .containsExactlyInAnyOrder(ofDraft, ofAct, fresh);
        assertThat(leftovers.of(sanJose)).isEmpty();
    }

    private void arrived(UUID file, UUID of, byte[] bytes) {
        upload.announce(file, of, bytes.length, asuncion);
        upload.put(file, 0, bytes, asuncion);
        upload.complete(file, Hash.sha256(bytes).hex(), asuncion);
    }

    private void age(String table, String column, String key, Duration by, UUID... ids) {
        var older = "update documents.%s set %s = %s - make_interval(secs => :seconds) where %s in (:ids)";
        jdbc.sql(older.formatted(table, column, column, key))
                .param("seconds", by.toSeconds())
                .param("ids", Set.of(ids))
                .update();
    }

    @Nested
    class ATicket {

        private final byte[] sealed = sealed(700);

        @BeforeEach
        void ofAnUploadThatWasBegun() {
            upload.announce(id, request, 2L * MEBIBYTE + 1, asuncion);
            upload.put(id, 0, sealed(MEBIBYTE), asuncion);
            tickets.keep(id, sealed(300), asuncion);
            tickets.keep(id, sealed, asuncion);
        }

        @Test
        void isGivenToItsOwnerWithTheDayWhenItIsForgotten() {
            var begun = tickets.begun(request, asuncion);
            assertThat(begun).hasSize(1);
            assertThat(begun.getFirst().ticket()).isEqualTo(sealed);
            assertThat(begun.getFirst().file().id()).isEqualTo(id);
            assertThat(begun.getFirst().until())
                    .isBetween(
                            Instant.now().plus(Duration.ofDays(7)).minusSeconds(60),
                            Instant.now().plus(Duration.ofDays(7)));
            assertThat(tickets.begun(UUID.randomUUID(), asuncion)).isEmpty();
        }

        @Test
        void isForNobodyElseAColleagueIncluded() {
            var colleague = colleagueOf(asuncion);
            assertThat(tickets.begun(request, colleague)).isEmpty();
            assertAbsent(() -> tickets.keep(id, sealed, colleague));
            assertAbsent(() -> tickets.keep(id, sealed, sanJose));
            assertAbsent(() -> tickets.keep(UUID.randomUUID(), sealed, asuncion));
        }

        @Test
        void isSealed() {
            assertRefused(DocumentsRefusal.NOT_SEALED, () -> tickets.keep(id, "registros.bin".getBytes(), asuncion));
        }

        @Test
        void goesWhenAnActBringsTheFile() {
            var bytes = sealed(500);
            var brought = UUID.randomUUID();
            upload.announce(brought, request, bytes.length, asuncion);
            upload.put(brought, 0, bytes, asuncion);
            upload.complete(brought, Hash.sha256(bytes).hex(), asuncion);
            tickets.keep(brought, sealed, asuncion);
            var complete = tickets.begun(request, asuncion);
            assertThat(complete).hasSize(2);
            assertThat(complete.get(1).until())
                    .as("nothing half written may name it")
                    .isNotNull();

            files.bring(
                    brought,
                    request,
                    asuncion.requireAuthority(),
                    Hash.sha256(bytes).hex(),
                    500);
            assertThat(tickets.begun(request, asuncion)).hasSize(1);
            assertAbsent(() -> tickets.keep(brought, sealed, asuncion));
        }

        @Test
        void goesWithItsOwnerWhoLeavesAndWhatArrivedStaysTheAuthoritys() {
            var other = colleagueOf(asuncion);
            var theirs = UUID.randomUUID();
            upload.announce(theirs, request, 10, other);
            tickets.keep(theirs, sealed, other);

            transaction.executeWithoutResult(
                    status -> events.publishEvent(new Left(asuncion.requireAccount(), "duty@example.org")));

            assertThat(upload.state(id, other)).isNotNull();
            assertThat(tickets.begun(request, asuncion)).isEmpty();
            assertThat(tickets.begun(request, other)).hasSize(1);
        }
    }

    private void complete(byte[] bytes) {
        upload.complete(id, Hash.sha256(bytes).hex(), asuncion);
    }

    private void bring(byte[] bytes) {
        files.bring(id, request, asuncion.requireAuthority(), Hash.sha256(bytes).hex(), bytes.length);
    }

    private byte[] read(SealedFile file, long from, long length) {
        var out = new ByteArrayOutputStream();
        try {
            files.write(file, from, length, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(byte[] bytes, int number) {
        return Arrays.copyOfRange(bytes, number * MEBIBYTE, Math.min(bytes.length, (number + 1) * MEBIBYTE));
    }

    private static byte[] sealed(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var first = SealedFile.FIRST_LINE.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(first, 0, bytes, 0, first.length);
        return bytes;
    }

    /** Each with an authority of its own, so that tests do not share quotas. */
    private static Viewer officer(String state) {
        return officer(state, state.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID());
    }

    private static Viewer colleagueOf(Viewer officer) {
        return officer("PRY", officer.requireAuthority());
    }

    private static Viewer officer(String state, String authority) {
        return new Viewer(
                UUID.randomUUID(),
                "Duty officer",
                "Duty officer",
                Set.of(Role.OFFICER),
                new StateCode(state),
                authority,
                Language.EN,
                ZoneOffset.UTC);
    }

    private static void assertRefused(DocumentsRefusal refusal, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static void assertAbsent(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.isAbsence()).isTrue());
    }
}
