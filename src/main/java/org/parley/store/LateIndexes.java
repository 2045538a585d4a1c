package org.parley.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * The indexes and foreign keys of an empty database, which are created after its rows: an index that exists while rows are inserted is
 * written many times over. Primary keys stay. For one use by one thread.
 */
public interface LateIndexes {

    /** Drops them, and remembers how they are created. */
    void drop(Connection connection) throws SQLException;

    /** How many indexes there are on the tables that the condition accepts. */
    long count(Predicate<String> tables);

    /**
     * Creates the indexes of some tables.
     *
     * @param tables accepts the names of tables, in lower case
     * @param each   called after each index
     */
    void create(Connection connection, Predicate<String> tables, Runnable each) throws SQLException;

    /** Creates the foreign keys, after all indexes, without checking the rows. */
    void createKeys(Connection connection) throws SQLException;
}
