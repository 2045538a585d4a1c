package org.parley.record;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Executes a prepared statement many times, in JDBC batches of {@value #BATCH}; {@link #flush} sends the last one. Not thread-safe. */
final class Inserts {
    private static final int BATCH = 500;

    private final PreparedStatement statement;
    private int waiting;

    Inserts(PreparedStatement statement) {
        this.statement = statement;
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }
}
