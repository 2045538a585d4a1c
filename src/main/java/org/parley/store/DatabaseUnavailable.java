package org.parley.store;

import java.sql.SQLException;
import java.util.Set;
import org.parley.graph.ServiceUnavailable;

/** The database does not answer for now: its server is down or shutting down, or the database file can't be read any more. */
public final class DatabaseUnavailable extends ServiceUnavailable {
    private static final long serialVersionUID = 1;

    public static final String CODE = "DATABASE_UNAVAILABLE";

    /**
     * SQLSTATEs beside class 08 (connection exception). PostgreSQL: shutdown (57P01), crash (57P02), still starting (57P03), too many
     * connections (53300). H2: I/O error (90028, 90031), connection broken (90067), database closed (90098, 90121), as after an I/O error.
     */
    private static final Set<String> STATES =
            Set.of("57P01", "57P02", "57P03", "53300", "90028", "90031", "90067", "90098", "90121");

    public DatabaseUnavailable() {
        super(CODE, "Parley's database does not answer; try again");
    }

    /** Whether the first {@link SQLException} with a SQLSTATE among a failure and its causes means this. */
    public static boolean isToldBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found && found.getSQLState() != null) {
                return found.getSQLState().startsWith("08") || STATES.contains(found.getSQLState());
            }
        }
        return false;
    }
}
