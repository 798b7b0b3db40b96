package org.enlace.custody;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.enlace.ledger.Checkpoint;
import org.enlace.ledger.EntryBundle;
import org.enlace.ledger.Hash;
import org.enlace.ledger.SignedNote;
import org.enlace.ledger.TilePath;
import org.enlace.ledger.TileSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leaves, the roots of complete tiles and the checkpoints, and the tiles made of them. Only ever grows. */
@Component
class Tree implements TileSource {
    private final JdbcTemplate batches;
    private final JdbcClient database;

    Tree(JdbcTemplate batches) {
        this.batches = batches;
        this.database = JdbcClient.create(batches);
    }

    record Leaf(long index, UUID entry, Hash hash) {}

    /** The root of the complete tile of the level below, of the same index. */
    record Node(int level, long index, Hash hash) {}

    void add(List<Leaf> leaves, List<Node> nodes) {
        batches.batchUpdate(
                "insert into custody.leaf (index, entry, hash) values (?, ?, ?)",
                leaves,
                leaves.size(),
                (insert, leaf) -> {
                    insert.setLong(1, leaf.index());
                    insert.setObject(2, leaf.entry());
                    insert.setBytes(3, leaf.hash().bytes());
                });
        if (!nodes.isEmpty()) {
            batches.batchUpdate(
                    "insert into custody.node (level, index, hash) values (?, ?, ?)",
                    nodes,
                    nodes.size(),
                    (insert, node) -> {
                        insert.setInt(1, node.level());
                        insert.setLong(2, node.index());
                        insert.setBytes(3, node.hash().bytes());
                    });
        }
    }

    void publish(Checkpoint checkpoint, SignedNote note, Instant at) {
        database.sql("insert into custody.checkpoint (size, note, signed_at) values (:size, :note, :at)")
                .param("size", checkpoint.size())
                .param("note", note.encode())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The newest checkpoint that was published, or nothing before the very first. */
    Optional<Published> newest() {
        return database.sql("select note, signed_at from custody.checkpoint order by size desc limit 1")
                .query(Tree::published)
                .optional();
    }

    /** The checkpoint of this size, if one was published. */
    Optional<Published> ofSize(long size) {
        return database.sql("select note, signed_at from custody.checkpoint where size = :size")
                .param("size", size)
                .query(Tree::published)
                .optional();
    }

    /** The bytes of the entry at an index that exists. */
    byte[] entry(long index) {
        return database.sql(
                        "select bytes from custody.leaf join custody.entry on entry.id = leaf.entry where index = :index")
                .param("index", index)
                .query((row, number) -> row.getBytes("bytes"))
                .single();
    }

    /** A published checkpoint: the text as it is served, and when it was signed. */
    record Published(String note, Instant at) {
        Checkpoint checkpoint() {
            return Checkpoint.parse(SignedNote.parse(note).text());
        }
    }

    @Override
    public String checkpoint() {
        return newest().orElseThrow().note();
    }

    /** Of a log with a hole in it, what stands before the hole: so the audit can name the entry that is missing. */
    @Override
    public Optional<byte[]> tile(TilePath path) {
        var rows = rows(path);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if (path.isEntries()) {
            return Optional.of(EntryBundle.encode(rows));
        }
        var tile = new ByteArrayOutputStream(path.width() * Hash.LENGTH);
        rows.forEach(tile::writeBytes);
        return Optional.of(tile.toByteArray());
    }

    private static Published published(ResultSet row, int number) throws SQLException {
        return new Published(
                row.getString("note"), row.getTimestamp("signed_at").toInstant());
    }

    private List<byte[]> rows(TilePath path) {
        var first = path.index() * TilePath.FULL;
        var sql = switch (path.level()) {
            case TilePath.ENTRIES -> """
                select index, bytes from custody.leaf left join custody.entry on entry.id = leaf.entry
                where index >= :first and index < :end order by index""";
            case 0 -> "select index, hash from custody.leaf where index >= :first and index < :end order by index";
            default -> """
                select index, hash from custody.node
                where level = :level and index >= :first and index < :end order by index""";
        };
        return database.sql(sql)
                .param("first", first)
                .param("end", first + path.width())
                .param("level", path.level())
                .query((ResultSet rows) -> untilAHole(rows, first));
    }

    private static List<byte[]> untilAHole(ResultSet rows, long first) throws SQLException {
        var found = new ArrayList<byte[]>();
        while (rows.next() && rows.getLong(1) == first + found.size() && rows.getBytes(2) != null) {
            found.add(rows.getBytes(2));
        }
        return found;
    }
}
