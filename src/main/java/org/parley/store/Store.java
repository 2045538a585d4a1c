package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * The database that holds the record: all in which H2 and PostgreSQL differ. What else is said to a database, both understand.
 *
 * <p>Thread-safe; the methods of a start are called by one thread, in their order here.
 */
public interface Store {

    /**
     * The database of this address.
     *
     * @param url       as JDBC has it
     * @param directory where the embedded database keeps its file; not used by others
     */
    static Store at(String url, Path directory) {
        return PostgresStore.isAt(url) ? new PostgresStore(url) : new H2Store(url, directory);
    }

    // --- A start

    /** @throws CannotStart if it is certain, before it is opened, that it can't be used */
    void mustBeUsable();

    /**
     * Opens the database, and leaves it as a load needs it but for its tables.
     *
     * @param ofProgram whether it is to hold the record that is inside the program
     * @return whether it holds that record by now because a copy was made with the program
     * @throws CannotStart if it can't be used
     */
    boolean prepare(AgroalDataSource database, boolean ofProgram) throws SQLException, IOException;

    /** Brings the tables up to date, if they are not. */
    void migrate(AgroalDataSource database) throws SQLException, IOException;

    /**
     * The record is in the database.
     *
     * @param isNew whether it was brought there just now
     */
    void hasLoaded(AgroalDataSource database, boolean isNew) throws SQLException;

    /** The record was refused for its faults; nothing of it is in the database. */
    void hasRefused();

    /** Frees the room of what is gone, after the last load of a process. No connection may be used afterwards. */
    void compact(AgroalDataSource database) throws SQLException, IOException;

    /** What a failure means, as one sentence for those who run Parley; null if it is none that they could mend. */
    CannotStart explained(Throwable failure);

    // --- Several processes

    /** Whether several processes may use the database at once, so that another one may change the record. */
    boolean isShared();

    /**
     * Does work while no other process does, of all that use the database; waits for as long as one does. A process that dies stands
     * in nobody's way.
     */
    <T> T alone(AgroalDataSource database, Supplier<T> work);

    /** Tells all that {@link #listen}, in every process, that the record changes with the transaction on this connection. */
    void announce(Connection transaction) throws SQLException;

    /**
     * Waits for changes of the record by other processes, on a thread of its own.
     *
     * @param changed called within a second of each change, and at times without one
     * @return ends it
     */
    Runnable listen(AgroalDataSource database, Runnable changed);

    // --- Connections and statements

    /** A connection is new: each transaction on it is to see the database as it was at one moment. */
    void begin(Connection connection) throws SQLException;

    /**
     * The statements that follow on this connection are cancelled by the database itself.
     *
     * @param milliseconds from the start of each; 0 is never
     */
    void limitTime(Connection connection, long milliseconds) throws SQLException;

    /** A statement in the database's own words, of one that may hold {@link Sql#unindexed}. */
    String translated(String sql);
}
