package org.enlace.exchange;

import javax.sql.DataSource;
import org.enlace.forms.TestForms;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests of a database, for the tests of rooms above this one. */
public final class TestRequests {

    private TestRequests() {}

    public static Requests of(DataSource database) {
        var jdbc = JdbcClient.create(database);
        return new Requests(
                jdbc,
                new Acts(jdbc, event -> {}),
                new Holders(jdbc),
                new Standings(jdbc, (request, now) -> null),
                new Provisions(TestForms.all()));
    }
}
