package org.enlace.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database that is migrated and ready for the application: embedded and ours to stop, or somebody else's. */
final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int OLDEST = 15;

    private final Address application;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(Address application, @Nullable EmbeddedPostgres embedded) {
        this.application = application;
        this.embedded = embedded;
    }

    /**
     * Finds or starts the database and migrates it.
     *
     * @throws CannotStart with a sentence for the operator
     */
    static Database open(DatabaseSettings settings, DataFolder folder, Consumer<String> progress) {
        var url = settings.url();
        if (url != null && !url.isBlank()) return new Database(prepare(Address.parse(url)), null);
        if (settings.beside()) {
            Optional<Address> running = EmbeddedPostgres.running(folder);
            // The server beside us has migrated it, perhaps by another version: not ours to change under its feet.
            if (running.isPresent()) return new Database(new ApplicationRole(running.get()).address(), null);
        }
        var embedded = EmbeddedPostgres.start(folder, progress);
        try {
            return new Database(prepare(embedded.owner()), embedded);
        } catch (RuntimeException failed) {
            embedded.close();
            throw failed;
        }
    }

    /** Checks and migrates the database of this owner, and answers how the application connects. */
    static Address prepare(Address owner) {
        try (var connection = owner.connect()) {
            check(connection);
            var role = new ApplicationRole(owner);
            role.ensure(connection);
            var single = new SingleConnectionDataSource(connection, true);
            new Migrations(single, role.name()).run();
            return role.address();
        } catch (SQLException failed) {
            throw new CannotStart("The database " + owner + " cannot be used: " + failed.getMessage(), failed);
        }
    }

    /** As the application role, never as the owner. */
    Address application() {
        return application;
    }

    @Override
    public void close() {
        if (embedded != null) embedded.close();
    }

    private static void check(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        SELECT current_setting('server_version_num')::int / 10000 AS version,
                               current_setting('server_encoding') AS encoding,
                               current_setting('fsync') AS fsync,
                               has_database_privilege(current_database(), 'CREATE') AS may_create
                        """)) {
            row.next();
            if (row.getInt("version") < OLDEST) {
                throw new CannotStart("Enlace needs PostgreSQL " + OLDEST + " or newer; this server is version "
                        + row.getInt("version") + ".");
            }
            if (!"UTF8".equals(row.getString("encoding"))) {
                throw new CannotStart(
                        "The database must have the encoding UTF8; this one has " + row.getString("encoding") + ".");
            }
            if (!row.getBoolean("may_create")) {
                throw new CannotStart("The database user may not create schemas. As an administrator of the database,"
                        + " run: GRANT CREATE ON DATABASE " + connection.getCatalog() + " TO "
                        + connection.getMetaData().getUserName());
            }
            if (!"on".equals(row.getString("fsync"))) {
                log.warn("The database server runs with fsync off: a power failure can lose or damage everything.");
            }
        }
    }
}
