package org.enlace.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.core.Utils;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings every room's schema up to date, room by room: {@code db/migration/<room>} goes into the PostgreSQL schema of
 * the room's name, with a history of its own there. In migrations {@code ${appRole}} is the application's role; the
 * right to use the schema is given here, rights to its tables by the migration that makes them.
 */
record Migrations(DataSource asOwner, String applicationRole) {

    /** In the order in which rooms may refer to each other's tables. A new room with tables is added here. */
    static final List<String> ROOMS = List.of(
            "custody",
            "notices",
            "changes",
            "updates",
            "search",
            "states",
            "documents",
            "access",
            "treaties",
            "directory",
            "duty",
            "reach",
            "interchange",
            "upkeep",
            "mandates",
            "requirements",
            "keys",
            "enrolment",
            "exchange",
            "reminders",
            "retention",
            "drafting",
            "demo");

    private static final String FOLDER = "db/migration/";
    private static final String HISTORY = "flyway_schema_history";

    /**
     * Runs what has not run yet.
     *
     * @throws CannotStart if a migration failed, or the database was already migrated by a newer Enlace
     */
    void run() throws SQLException {
        var onClassPath = roomsOnClassPath();
        var unlisted = new ArrayList<>(onClassPath);
        unlisted.removeAll(ROOMS);
        if (!unlisted.isEmpty()) throw new IllegalStateException("Not in Migrations.ROOMS: " + unlisted);
        for (var room : ROOMS) {
            if (onClassPath.contains(room)) migrate(room);
        }
    }

    private void migrate(String room) throws SQLException {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(asOwner)
                    .schemas(room)
                    .table(HISTORY)
                    .createSchemas(true)
                    .locations("classpath:" + FOLDER + room)
                    .placeholders(Map.of("appRole", quoted(applicationRole)))
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new CannotStart(
                    "The database could not be brought up to date for \"" + room
                            + "\". If it was used by a newer Enlace, start that one again. " + failed.getMessage(),
                    failed);
        }
        try (Connection connection = asOwner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA " + quoted(room) + " TO " + quoted(applicationRole));
            // A migration that grants rights to all tables of its schema means its own, not the history of migrations.
            statement.execute("REVOKE ALL ON " + quoted(room) + "." + HISTORY + " FROM " + quoted(applicationRole));
        }
    }

    private static TreeSet<String> roomsOnClassPath() {
        try {
            var rooms = new TreeSet<String>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/*.sql")) {
                var path = file.getURL().getPath();
                var inFolder = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length());
                rooms.add(inFolder.substring(0, inFolder.indexOf('/')));
            }
            return rooms;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String quoted(String identifier) throws SQLException {
        return Utils.escapeIdentifier(null, identifier).toString();
    }
}
