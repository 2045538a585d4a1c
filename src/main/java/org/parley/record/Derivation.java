package org.parley.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Rows that follow from those of the records, made in the transaction in which the records change: of all records, or of some. Both
 * ways must come to the same rows. Beans of this type run in the order of their priority, the highest first.
 *
 * <p>Where some records change, {@link #dependents} and {@link #forget} are called before, and {@link #derive(Connection,
 * Collection)} after. Ids are full ones, of records.
 */
public interface Derivation {

    /** The tables of which every row is derived, in the order of insertion. */
    List<String> tables();

    /** Makes all rows, after all records are inserted; the tables are empty. */
    void derive(Connection connection) throws SQLException;

    /** Records whose derived rows follow from these records too: they are derived again with these. */
    default Set<String> dependents(Connection connection, Collection<String> ids) throws SQLException {
        return Set.of();
    }

    /** Deletes the derived rows of these records. */
    void forget(Connection connection, Collection<String> ids) throws SQLException;

    /** Makes the derived rows of these records, as far as they exist; there are none of them. */
    void derive(Connection connection, Collection<String> ids) throws SQLException;
}
