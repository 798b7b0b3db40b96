package org.enlace.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A process to be killed: writers that print each number once its row is committed. Arguments: the data folder and the
 * first number.
 */
final class Writers {

    private static final int WRITERS = 4;

    private Writers() {}

    public static void main(String[] args) throws SQLException {
        var server = EmbeddedPostgres.start(DataFolder.at(Path.of(args[0])), System.err::println);
        try (var connection = server.owner().connect()) {
            connection.createStatement().execute("CREATE TABLE IF NOT EXISTS acknowledged (number bigint)");
        }
        for (int writer = 0; writer < WRITERS; writer++) {
            var first = Long.parseLong(args[1]) + writer;
            Thread.ofPlatform().start(() -> write(server.owner(), first));
        }
    }

    private static void write(Address owner, long first) {
        try (Connection connection = owner.connect();
                var insert = connection.prepareStatement("INSERT INTO acknowledged VALUES (?)")) {
            for (long number = first; ; number += WRITERS) {
                insert.setLong(1, number);
                insert.executeUpdate();
                System.out.println(number); // one write of one line: whole or not at all
            }
        } catch (SQLException killed) {
            System.err.println(killed.getMessage());
        }
    }
}
