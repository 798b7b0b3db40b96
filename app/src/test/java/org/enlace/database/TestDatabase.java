package org.enlace.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL for tests: one cluster for each test process, in {@code target/}, migrated once; every caller gets
 * a database of its own, copied from the migrated one in a tenth of a second.
 *
 * <p><strong>With Spring</strong> there is nothing to do. Every {@code @SpringBootTest} finds a database and a data
 * folder of its own ({@link TestDatabaseForSpring}); test classes of equal configuration share one cached context and
 * hence one database, so either make the test {@code @Transactional} (rolled back after each method), or let it write
 * under identifiers of its own and count only those. Ask for {@code @DirtiesContext} only if nothing else will do.
 *
 * <p><strong>Without Spring</strong>: {@code var database = TestDatabase.fresh();} and then
 * {@code JdbcClient.create(database.dataSource())}, which connects as the application role, with exactly the rights
 * that the migrations granted. {@link #asOwner()} is for what the application must not be able to do, such as tampering
 * with the log.
 *
 * <p><strong>On another server</strong>, such as the oldest PostgreSQL that we promise: {@code mvn verify
 * -DforkCount=1 -Denlace.test.database.url=postgresql://enlace:password@host:port/postgres}, as a superuser named
 * {@code enlace} whose databases named {@code test_…} may go.
 *
 * @param owner of a database that nobody else uses
 */
public record TestDatabase(Address owner) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path FOLDER = folder();
    private static final Address SERVER = server();
    private static final String TEMPLATE = template();

    /** A new database, migrated, with nothing in it but what migrations put there. */
    public static TestDatabase fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return new TestDatabase(SERVER.named(name));
    }

    /** A new empty database, not migrated. */
    static TestDatabase empty() {
        var name = "test_" + COUNT.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE template0");
        return new TestDatabase(SERVER.named(name));
    }

    /** A new folder that is emptied when the next test process starts. */
    public static Path freshFolder() {
        return FOLDER.resolve("data-" + COUNT.incrementAndGet());
    }

    /** As the application connects. Not pooled: for tests without Spring. */
    public DataSource dataSource() {
        return dataSource(new ApplicationRole(owner).address());
    }

    /** As the owner of the tables, who may do anything. */
    public DataSource asOwner() {
        return dataSource(owner);
    }

    private static DataSource dataSource(Address address) {
        var dataSource = new SimpleDriverDataSource(
                new org.postgresql.Driver(), address.jdbcUrl(), address.user(), address.password());
        dataSource.setConnectionProperties(address.driverProperties());
        return dataSource;
    }

    private static Address server() {
        var url = System.getProperty("enlace.test.database.url");
        if (url != null) return Address.parse(url);
        return EmbeddedPostgres.start(
                        DataFolder.at(FOLDER.resolve("database")),
                        progress -> {},
                        "fsync=off", // a test's data may die with the machine
                        "synchronous_commit=off",
                        "full_page_writes=off",
                        "max_connections=250")
                .owner();
    }

    /**
     * The first folder that no other test process holds, from its own number on: two that start at the same moment look at different ones. What earlier ones left in
     * it goes, except the cluster.
     */
    private static Path folder() {
        var own = Integer.getInteger("surefire.forkNumber", 1);
        var folder = IntStream.range(own, own + 9)
                .mapToObj(number -> Path.of("target", "test-database-" + number))
                .filter(candidate -> {
                    var lock = FolderLock.tryOn(DataFolder.at(candidate.resolve("database")));
                    lock.ifPresent(FolderLock::close);
                    return lock.isPresent();
                })
                .findFirst()
                .orElseThrow();
        try (var entries = Files.list(folder)) {
            for (var entry : (Iterable<Path>) entries::iterator) {
                if (entry.getFileName().toString().startsWith("data-")) FileSystemUtils.deleteRecursively(entry);
            }
            return folder;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Named for the migrations it was made from, and renamed only when they all ran: the next process may reuse it. */
    private static String template() {
        var name = "template_" + Long.toHexString(checksum());
        var existing = databases();
        for (var database : existing) {
            if (!database.equals(name)) run("DROP DATABASE " + database + " WITH (FORCE)");
        }
        if (!existing.contains(name)) {
            run("CREATE DATABASE unfinished TEMPLATE template0");
            Database.prepare(SERVER.named("unfinished"));
            run("ALTER DATABASE unfinished RENAME TO " + name);
        }
        return name;
    }

    private static List<String> databases() {
        var names = new ArrayList<String>();
        try (var connection = SERVER.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT datname FROM pg_database WHERE datname ~ '^(test_|template_|unfinished)'")) {
            while (rows.next()) names.add(rows.getString(1));
            return names;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long checksum() {
        var sum = new CRC32();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                sum.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(file.getContentAsByteArray());
            }
            return sum.getValue();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(String sql) {
        try (Connection connection = SERVER.connect()) {
            connection.createStatement().execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
