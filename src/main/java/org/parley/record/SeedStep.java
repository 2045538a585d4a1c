package org.parley.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Something that is derived from the loaded rows, in the same transaction. */
public interface SeedStep {

    /** The tables that it fills, in the order of insertion. */
    List<String> tables();

    /** Runs after all rows are inserted. */
    void derive(Connection connection) throws SQLException;
}
