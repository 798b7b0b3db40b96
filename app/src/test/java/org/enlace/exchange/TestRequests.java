package org.enlace.exchange;

import java.time.Instant;
import javax.sql.DataSource;
import org.enlace.forms.TestForms;
import org.enlace.procedure.Request;
import org.enlace.procedure.Turn;
import org.jspecify.annotations.Nullable;
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
                new Standings(jdbc, new Nobodys()),
                new Provisions(TestForms.all()));
    }

    /** Nothing is waited for. */
    private static final class Nobodys implements Turns {

        @Override
        public @Nullable Turn of(Request request, Instant now) {
            return null;
        }

        @Override
        public @Nullable Instant progressDue(Request request) {
            return null;
        }

        @Override
        public @Nullable Instant receiveDue(Request request) {
            return null;
        }
    }
}
