package org.enlace.documents;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** The files of a database that no act has brought, for the tests of rooms above this one. */
public final class TestLeftovers {

    private TestLeftovers() {}

    public static Leftovers of(DataSource database) {
        var jdbc = JdbcClient.create(database);
        var any = DataSize.ofMegabytes(1);
        return new Leftovers(
                new SealedFiles(jdbc, Clock.systemUTC()),
                jdbc,
                new DocumentsSettings(any, any, any, any, 1, Duration.ofDays(7), 1));
    }
}
