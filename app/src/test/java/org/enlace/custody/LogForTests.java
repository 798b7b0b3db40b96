package org.enlace.custody;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.enlace.database.TestDatabase;
import org.enlace.ledger.Entry;
import org.enlace.ledger.Hash;
import org.enlace.ledger.LogSigner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The room without Spring, on a database of its own: what the application's beans do, as the application's role. */
final class LogForTests implements AutoCloseable {
    private static final AtomicLong THINGS = new AtomicLong();

    final TestDatabase database;
    final JdbcClient application;
    final JdbcClient owner;
    final LogSigner signer;
    final Entries entries;
    final Tree tree;
    final Sequencer sequencer;
    final TransactionTemplate transaction;

    LogForTests() {
        this(TestDatabase.fresh(), LogSigner.generate("log.test.example"));
    }

    LogForTests(TestDatabase database, LogSigner signer) {
        this.database = database;
        this.signer = signer;
        DataSource dataSource = database.dataSource();
        var transactions = new DataSourceTransactionManager(dataSource);
        application = JdbcClient.create(dataSource);
        owner = JdbcClient.create(database.asOwner());
        entries = new Entries(application);
        tree = new Tree(new JdbcTemplate(dataSource));
        sequencer = new Sequencer(entries, tree, signer, Clock.systemUTC(), transactions);
        transaction = new TransactionTemplate(transactions);
    }

    /** Another process on the same log. */
    LogForTests beside() {
        return new LogForTests(database, signer);
    }

    UUID append() {
        return transaction.execute(status -> write());
    }

    void append(int count) {
        transaction.executeWithoutResult(status -> {
            for (int at = 0; at < count; at++) {
                write();
            }
        });
    }

    UUID write() {
        var digest =
                Hash.sha256(("thing " + THINGS.incrementAndGet()).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return entries.append(Entry.Kind.ACT, null, digest, Instant.now());
    }

    long size() {
        return tree.newest().orElseThrow().checkpoint().size();
    }

    @Override
    public void close() {
        sequencer.close();
    }
}
