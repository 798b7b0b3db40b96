package org.enlace.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.enlace.access.Accounts;
import org.enlace.ledger.Hash;
import org.enlace.ledger.VerifyingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The authorities' keys and who was admitted to them. They are public, so these finders take no viewer; the sealed copies go to their own officer only. */
@Component
public class AuthorityKeys {

    private final JdbcClient database;
    private final Accounts accounts;

    AuthorityKeys(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** The generation that is in use; nothing while the authority has no key. */
    public Optional<AuthorityKey> current(String authority) {
        return database.sql("""
                        select * from keys.authority_key where authority = :authority order by generation desc limit 1""")
                .param("authority", authority)
                .query(AuthorityKeys::authorityKey)
                .optional();
    }

    /** Makes whoever changes the same authority's keys wait until this transaction ends, and tells the current generation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OptionalInt hold(String authority) {
        var generation = database.sql("select generation from keys.authority where id = :authority for update")
                .param("authority", authority)
                .query(Integer.class)
                .optional();
        return generation.isPresent() ? OptionalInt.of(generation.get()) : OptionalInt.empty();
    }

    /** The generations in use that were made before a moment. */
    public List<AuthorityKey> madeBefore(Instant moment) {
        return database.sql("""
                        select k.* from keys.authority a join keys.authority_key k on k.authority = a.id and k.generation = a.generation
                        where k.made_at < :moment order by k.authority""")
                .param("moment", Timestamp.from(moment))
                .query(AuthorityKeys::authorityKey)
                .list();
    }

    /** One generation. */
    public Optional<AuthorityKey> find(String authority, int generation) {
        return database.sql(
                        "select * from keys.authority_key where authority = :authority and generation = :generation")
                .param("authority", authority)
                .param("generation", generation)
                .query(AuthorityKeys::authorityKey)
                .optional();
    }

    /**
     * Whether requests may be sealed to this authority: it has a key, and if one officer is lost, somebody else can still open it: a second officer, or the
     * recovery sheet. A case system is nobody: it opens for those who run it, and keeps no key for the authority.
     */
    public boolean canReceive(String authority) {
        return current(authority)
                .map(key -> key.paper() != null
                        || members(authority, key.generation()).stream()
                                        .filter(this::isPerson)
                                        .count()
                                >= 2)
                .orElse(false);
    }

    private boolean isPerson(UUID account) {
        return accounts.find(account).filter(found -> !found.system()).isPresent();
    }

    /** Whether this account holds the current generation: may act for the authority, admit and be admitted by. */
    public boolean isMember(String authority, UUID account) {
        return current(authority)
                .map(key -> members(authority, key.generation()).contains(account))
                .orElse(false);
    }

    /** The officers who were admitted to a generation, its maker first. */
    public List<UUID> members(String authority, int generation) {
        return database.sql("""
                        select account from keys.member where authority = :authority and generation = :generation
                        order by digest <> (select digest from keys.authority_key k
                                            where k.authority = member.authority and k.generation = member.generation), account""")
                .param("authority", authority)
                .param("generation", generation)
                .query((row, n) -> row.getObject("account", UUID.class))
                .list();
    }

    /** The copies of all generations that an officer holds, base64 by generation. */
    public Map<Integer, String> copies(String authority, UUID account) {
        var copies = new TreeMap<Integer, String>();
        database.sql("select generation, sealed from keys.copy where authority = :authority and account = :account")
                .param("authority", authority)
                .param("account", account)
                .query(row -> {
                    copies.put(row.getInt("generation"), AgeFile.base64(row.getBytes("sealed")));
                });
        return copies;
    }

    /** The recovery sheet of the current generation; nothing while there is none. */
    public Optional<RecoverySheet> sheet(String authority) {
        return database.sql("""
                        select k.paper, s.shares, s.threshold, s.rehearsed_at, s.rehearsed_by
                        from keys.authority a join keys.authority_key k on k.authority = a.id and k.generation = a.generation
                             left join keys.sheet s on s.authority = k.authority and s.paper = k.paper
                        where a.id = :authority and k.paper is not null""")
                .param("authority", authority)
                .query(AuthorityKeys::recoverySheet)
                .optional();
    }

    /** The copies that the recovery sheet opens, base64 by generation. */
    Map<Integer, String> paperCopies(String authority) {
        var copies = new TreeMap<Integer, String>();
        database.sql("select generation, sealed from keys.paper_copy where authority = :authority")
                .param("authority", authority)
                .query(row -> {
                    copies.put(row.getInt("generation"), AgeFile.base64(row.getBytes("sealed")));
                });
        return copies;
    }

    private static RecoverySheet recoverySheet(ResultSet row, int number) throws SQLException {
        var rehearsed = row.getTimestamp("rehearsed_at");
        return rehearsed == null
                ? new RecoverySheet(row.getString("paper"), Division.WHOLE, null, null)
                : new RecoverySheet(
                        row.getString("paper"),
                        new Division(row.getInt("shares"), row.getInt("threshold")),
                        rehearsed.toInstant(),
                        row.getObject("rehearsed_by", UUID.class));
    }

    static AuthorityKey authorityKey(ResultSet row, int number) throws SQLException {
        var paperKey = row.getBytes("paper_key");
        return new AuthorityKey(
                row.getString("authority"),
                row.getInt("generation"),
                row.getString("recipient"),
                row.getString("paper"),
                paperKey == null ? null : VerifyingKey.of(paperKey),
                row.getObject("maker", UUID.class),
                Hash.of(row.getBytes("digest")),
                row.getTimestamp("made_at").toInstant());
    }
}
