package org.parley.operate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Parley is ready when the database answers and holds a record. */
@Readiness
@ApplicationScoped
class RecordCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(RecordCheck.class);

    /** How long the database may be silent, in milliseconds. */
    private static final int SILENCE = 5000;

    private final DataSource database;

    RecordCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("The record can be read")
                .status(isReadable())
                .build();
    }

    private boolean isReadable() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            // No operation's time ends this: a server that is gone without a word would hold the probe for minutes.
            connection.setNetworkTimeout(Runnable::run, SILENCE);
            try (var rows = statement.executeQuery("select 1 from seed_load")) {
                return rows.next();
            } finally {
                // The connection is used again, with limits of its own.
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        } catch (SQLException | RuntimeException e) {
            // Probes call this every few seconds, so log one line and no stack trace.
            LOG.errorf("The record can't be read: %s", e.getMessage());
            return false;
        }
    }
}
