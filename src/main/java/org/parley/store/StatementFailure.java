package org.parley.store;

import java.sql.SQLException;

/** A statement that reads has failed; the cause says why. */
public final class StatementFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StatementFailure(String sql, SQLException cause) {
        super("The database could not answer: " + sql, cause);
    }
}
