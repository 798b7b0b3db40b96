package org.enlace.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Times in the log are evidence. When the application's clock and the database's are apart, one of them is wrong and we
 * cannot know which: then nothing is dated at all. Enlace does not start like that, and acts are refused while it lasts.
 */
@Component
public class ClockCheck {

    private static final Logger log = LoggerFactory.getLogger(ClockCheck.class);

    private final DataSource dataSource;
    private final Clock clock;
    private final Duration tolerance;
    private volatile Duration apart;

    ClockCheck(DataSource dataSource, Clock clock, DatabaseSettings settings) throws SQLException {
        this.dataSource = dataSource;
        this.clock = clock;
        this.tolerance = settings.clockTolerance();
        this.apart = measure();
        if (tooFar()) {
            throw new CannotStart("This machine's clock and the database's are " + apart.toSeconds()
                    + " seconds apart. Set both by a time service (NTP), then start Enlace again.");
        }
    }

    /**
     * To be asked before an act is dated, in its transaction: the clocks are compared there and then, so that no act is dated by a clock that has just jumped.
     *
     * @throws org.enlace.Refused while the clocks are more than five seconds apart
     */
    public void require() {
        look();
        if (tooFar()) throw ClockRefusal.CLOCKS_APART.refused(apart.toSeconds());
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void look() {
        try {
            var before = tooFar();
            apart = measure();
            if (tooFar()) log.error("The clocks of Enlace and of its database are {} apart: acts are refused", apart);
            else if (before) log.warn("The clocks of Enlace and of its database agree again");
        } catch (SQLException | CannotGetJdbcConnectionException unreachable) {
            log.warn("The database's clock could not be read: {}", unreachable.getMessage());
        }
    }

    private boolean tooFar() {
        return apart.compareTo(tolerance) > 0;
    }

    /** Distance from the nearer end of the time the question took: a slow answer is not a wrong clock. */
    private Duration measure() throws SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (var statement = connection.createStatement()) {
            var asked = clock.instant();
            try (var row = statement.executeQuery("SELECT clock_timestamp()")) {
                row.next();
                var there = row.getObject(1, OffsetDateTime.class).toInstant();
                return distance(there, asked, clock.instant());
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    static Duration distance(Instant there, Instant asked, Instant answered) {
        if (there.isBefore(asked)) return Duration.between(there, asked);
        if (there.isAfter(answered)) return Duration.between(answered, there);
        return Duration.ZERO;
    }
}
