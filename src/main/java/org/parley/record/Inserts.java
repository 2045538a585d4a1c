package org.parley.record;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Executes a prepared statement many times, in JDBC batches of {@value #BATCH}; {@link #flush} sends the last one. Not thread-safe. */
public final class Inserts {
    private static final int BATCH = 500;

    private final PreparedStatement statement;
    private final LoadTarget target;
    private int waiting;

    public Inserts(PreparedStatement statement) {
        this(statement, null);
    }

    /** @param target is told what was inserted; null for a change of few rows */
    Inserts(PreparedStatement statement, LoadTarget target) {
        this.statement = statement;
        this.target = target;
    }

    /** @param values an array of texts becomes an SQL array */
    public void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] texts) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("varchar", texts));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        statement.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    public void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            if (target != null) {
                target.inserted(waiting);
            }
            waiting = 0;
        }
    }
}
