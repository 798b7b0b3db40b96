package org.enlace.documents;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import org.enlace.Viewer;
import org.enlace.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a sealed file comes in: announced, chunk by chunk in any order, completed. Limits are checked before the first byte. */
@Component
class Upload {

    /** Member of a refusal: the hash of what arrived, hexadecimal. */
    static final String ARRIVED = "arrived";

    private final SealedFiles files;
    private final JdbcClient jdbc;
    private final Limits limits;
    private final Clock clock;

    Upload(SealedFiles files, JdbcClient jdbc, Limits limits, Clock clock) {
        this.files = files;
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** Makes room for a file. The same announcement again is the same upload. */
    @Transactional
    public SealedFile announce(UUID id, UUID request, long size, Viewer viewer) {
        var authority = viewer.requireAuthority();
        limits.requireSize(size);
        lock(authority);
        var known = files.find(id);
        if (known.isPresent()) {
            return sameAs(known.get(), request, authority, size);
        }
        limits.require(request, authority, size);
        jdbc.sql("""
                        insert into documents.sealed_file (id, request, authority, account, size, announced_at)
                        values (:id, :request, :authority, :account, :size, :now)
                        """)
                .param("id", id)
                .param("request", request)
                .param("authority", authority)
                .param("account", viewer.requireAccount())
                .param("size", size)
                .param("now", now())
                .update();
        return new SealedFile(id, request, authority, size, null, null, null);
    }

    /** How many bytes the chunk must have, known before it is read. */
    @Transactional(readOnly = true)
    public int lengthOf(UUID id, int number, Viewer viewer) {
        var file = state(id, viewer);
        file.requireUnfinished();
        return file.lengthOf(number);
    }

    /** Keeps a chunk. The same chunk again does no harm; other bytes in its place count until the file is complete. */
    @Transactional
    public void put(UUID id, int number, byte[] bytes, Viewer viewer) {
        var file = files.requireOwnShared(id, viewer);
        file.requireUnfinished();
        requireLength(number, bytes, file.lengthOf(number));
        if (number == 0 && !SealedFile.beginsLikeAge(bytes)) {
            throw DocumentsRefusal.NOT_SEALED
                    .refused()
                    .with(ARRIVED, Hash.sha256(bytes).hex());
        }
        jdbc.sql("""
                        insert into documents.chunk (sealed_file, number, bytes, arrived_at)
                        values (:file, :number, :bytes, :now)
                        on conflict (sealed_file, number) do update
                        set bytes = excluded.bytes, arrived_at = excluded.arrived_at
                        """)
                .param("file", id)
                .param("number", number)
                .param("bytes", bytes)
                .param("now", now())
                .update();
    }

    /** The number of the first chunk missing; the number of chunks when none is. */
    @Transactional(readOnly = true)
    public int firstMissing(SealedFile file) {
        var here = jdbc.sql("select number from documents.chunk where sealed_file = :file order by number")
                .param("file", file.id())
                .query(Integer.class)
                .list();
        return IntStream.range(0, here.size())
                .filter(place -> here.get(place) != place)
                .findFirst()
                .orElse(here.size());
    }

    /** What an officer of the same authority sees of an upload. */
    @Transactional(readOnly = true)
    public SealedFile state(UUID id, Viewer viewer) {
        return files.find(id)
                .filter(file -> file.authority().equals(viewer.requireAuthority()))
                .orElseThrow(org.enlace.Refused::absent);
    }

    /** Hashes what is here. Only when that is what the sender hashed can others see it. Again after success: the same answer. */
    @Transactional
    public void complete(UUID id, String sha256, Viewer viewer) {
        var file = files.requireOwn(id, viewer);
        if (file.isComplete() && sha256.equals(file.sha256())) {
            return;
        }
        file.requireUnfinished();
        var missing = firstMissing(file);
        if (missing < file.chunks()) {
            throw DocumentsRefusal.NOT_ALL_HERE.refused(missing);
        }
        var arrived = hash(file);
        if (!arrived.equals(sha256)) {
            throw DocumentsRefusal.HASH_DIFFERS.refused().with(ARRIVED, arrived);
        }
        jdbc.sql("update documents.sealed_file set sha256 = :sha256, completed_at = :now where id = :id")
                .param("sha256", sha256)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Of one that is too long the rest was never read: nothing can be said of all that arrived. */
    private static void requireLength(int number, byte[] bytes, int expected) {
        if (bytes.length != expected) {
            var why = DocumentsRefusal.CHUNK_DOES_NOT_FIT.refused(number, expected);
            throw bytes.length < expected ? why.with(ARRIVED, Hash.sha256(bytes).hex()) : why;
        }
    }

    private void lock(String authority) {
        jdbc.sql("""
                        insert into documents.uploader values (:authority)
                        on conflict (authority) do update set authority = excluded.authority
                        """).param("authority", authority).update();
    }

    private static SealedFile sameAs(SealedFile known, UUID request, String authority, long size) {
        if (!known.request().equals(request) || !known.authority().equals(authority) || known.size() != size) {
            throw DocumentsRefusal.ID_TAKEN.refused();
        }
        return known;
    }

    private String hash(SealedFile file) {
        var digest = Hash.digest();
        for (var number = 0; number < file.chunks(); number++) {
            digest.update(files.chunk(file.id(), number));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
