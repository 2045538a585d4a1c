package org.parley.store;

import java.sql.SQLException;
import java.util.Set;
import org.parley.graph.ServiceUnavailable;

/** The database does not answer for now: its server is gone or going, or its file can't be read any more. */
public final class DatabaseUnavailable extends ServiceUnavailable {
    private static final long serialVersionUID = 1;

    public static final String CODE = "DATABASE_UNAVAILABLE";

    /**
     * States of SQL beside the class 08, connections: PostgreSQL that is told to end, crashes, starts, or has no connection left;
     * H2 whose file can't be read or written, or that has closed itself for it.
     */
    private static final Set<String> STATES =
            Set.of("57P01", "57P02", "57P03", "53300", "90028", "90031", "90067", "90098", "90121");

    public DatabaseUnavailable() {
        super(CODE, "Parley's database does not answer; try again");
    }

    /** Whether it is the reason of a failure. */
    public static boolean isToldBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found && found.getSQLState() != null) {
                return found.getSQLState().startsWith("08") || STATES.contains(found.getSQLState());
            }
        }
        return false;
    }
}
