package org.parley.record;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database that a load writes to. Not thread-safe.
 */
public final class LoadTarget {
    /** How many rows are inserted between two commits. */
    private static final int PART = 20_000;

    private final Connection connection;
    private final LoadProgress progress;
    private final boolean inParts;
    private int uncommitted;

    /**
     * @param connection without automatic commit
     * @param inParts    whether the load may be committed in parts, since nobody reads the database before it is complete. One transaction
     *                   of millions of rows makes H2's file many times larger than its content
     */
    LoadTarget(Connection connection, LoadProgress progress, boolean inParts) {
        this.connection = connection;
        this.progress = progress;
        this.inParts = inParts;
    }

    public Connection connection() {
        return connection;
    }

    LoadProgress progress() {
        return progress;
    }

    /** Called after rows were inserted. */
    void inserted(int rows) throws SQLException {
        progress.done(rows);
        uncommitted += rows;
        if (uncommitted >= PART) {
            commit();
        }
    }

    /** Commits what was written so far, if it may be committed in parts. */
    void commit() throws SQLException {
        uncommitted = 0;
        if (inParts) {
            connection.commit();
        }
    }
}
