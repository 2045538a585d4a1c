package org.parley.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Computes rows that are derived from the rows of records, in the transaction that changes the records: for all records, or for some.
 * Both ways must give the same rows. All beans of this type run in order of priority, the highest first.
 *
 * <p>When some records change, {@link #dependents} and {@link #forget} are called before the change, and
 * {@link #derive(Connection, Collection, Set)} after it. Ids are full ids of records, such as {@code round/abu-dhabi-2}.
 */
public interface Derivation {

    /** The tables that hold only derived rows, in the order of insertion. */
    List<String> tables();

    /** Inserts the derived rows of all records, after the records were inserted. The tables are empty then. */
    void derive(LoadTarget target) throws SQLException;

    /**
     * Further records whose derived rows are others after a change; they are derived again together with the changed ones. A popular actor is
     * named by thousands of statements, so those that the change leaves as they are must not be among them.
     *
     * @param ids  the records that are changed, added or deleted, as the database has them
     * @param load what the changed and added ones hold afterwards
     */
    default Set<String> dependents(Connection connection, Collection<String> ids, RecordLoad load) throws SQLException {
        return Set.of();
    }

    /** Deletes the derived rows of these records. */
    void forget(Connection connection, Collection<String> ids) throws SQLException;

    /**
     * Inserts the derived rows of those of these records that exist; they have none yet.
     *
     * @param others those of them whose own rows were not read anew: the {@link #dependents}, and what is deleted
     */
    void derive(Connection connection, Collection<String> ids, Set<String> others) throws SQLException;
}
