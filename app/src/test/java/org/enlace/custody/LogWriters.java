package org.enlace.custody;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.enlace.database.Address;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Hash;
import org.enlace.ledger.LogSigner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A process to be killed: writers that print each entry's id once it is committed, and a sequencer that never rests. Arguments: the database and the private log key. */
final class LogWriters {
    private static final int WRITERS = 4;

    private LogWriters() {}

    public static void main(String[] args) {
        var address = Address.parse(args[0]);
        var dataSource = new SimpleDriverDataSource(
                new org.postgresql.Driver(), address.jdbcUrl(), address.user(), address.password());
        dataSource.setConnectionProperties(
                (Properties) address.driverProperties().clone());
        var transactions = new DataSourceTransactionManager(dataSource);
        var entries = new Entries(JdbcClient.create(dataSource));
        var sequencer = new Sequencer(
                entries,
                new Tree(new JdbcTemplate(dataSource)),
                LogSigner.parse(args[1]),
                Clock.systemUTC(),
                transactions);
        var transaction = new TransactionTemplate(transactions);
        for (int writer = 0; writer < WRITERS; writer++) {
            Thread.ofPlatform().start(() -> write(entries, transaction));
        }
        while (true) {
            sequencer.look();
        }
    }

    private static void write(Entries entries, TransactionTemplate transaction) {
        while (true) {
            var digest = Hash.sha256(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
            var entry = transaction.execute(status -> entries.append(Entry.Kind.ACT, null, digest, Instant.now()));
            System.out.println(entry); // one write of one line: whole or not at all
        }
    }
}
