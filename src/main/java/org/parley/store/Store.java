package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * The database that holds the record. All differences between H2 and PostgreSQL are behind this interface; all other
 * SQL runs on both.
 *
 * <p>Thread-safe. One thread calls the methods for a start, in the order in which they are declared.
 */
public interface Store {

    /**
     * The store for a JDBC URL.
     *
     * @param url       a JDBC URL of H2 or PostgreSQL
     * @param directory the folder of H2's database file; not used for PostgreSQL
     */
    static Store at(String url, Path directory) {
        return PostgresStore.isAt(url) ? new PostgresStore(url) : new H2Store(url, directory);
    }

    // --- A start

    /** @throws CannotStart if the database can't be used, as far as can be checked without opening it */
    void mustBeUsable();

    /**
     * Opens the database and prepares it for {@link #migrate} and a load.
     *
     * @param ofProgram whether it must hold the record that is inside the program
     * @return whether a database that was built into the program was copied, so that it holds that record already
     * @throws CannotStart if the database can't be used
     */
    boolean prepare(AgroalDataSource database, boolean ofProgram) throws SQLException, IOException;

    /** Creates or updates the tables, if they are not up to date. */
    void migrate(AgroalDataSource database) throws SQLException, IOException;

    /**
     * Called when the database holds the record.
     *
     * @param isNew whether this process has just loaded it
     */
    void hasLoaded(AgroalDataSource database, boolean isNew) throws SQLException;

    /** An existing folder for the temporary files of a load. */
    Path workspace();

    /**
     * Whether a database is filled in parts while nobody reads it: an empty one, which the next start fills from the beginning if this one is
     * killed, or one {@link #aside}. Otherwise a load is one transaction.
     */
    boolean fillsInParts();

    /** A new database that is to take the place of the one that is served; only if {@link #fillsInParts}. */
    Aside aside() throws SQLException, IOException;

    /** The indexes of an empty database that is filled; only if {@link #fillsInParts}. */
    LateIndexes lateIndexes();

    /** Called when the record was refused because of its faults. Nothing of it is in the database. */
    void hasRefused();

    /** Frees the disk space of deleted data, after the last load of a process. No connection may be used afterwards. */
    void compact(AgroalDataSource database) throws SQLException, IOException;

    /** What a failure means, as one message for the operator; null if the operator could not fix it. */
    CannotStart explained(Throwable failure);

    /**
     * Makes all tables anew, empty. The content of H2's tables can't be trusted after a kill: a row may be missing in an index, so that not
     * even a delete of all rows succeeds.
     */
    void empty(AgroalDataSource database);

    /**
     * To be called before the record is changed while it is served. If the process is killed before {@link #changesAreWritten}, the next start
     * makes the database again. Does nothing where the database itself sees to that.
     */
    void changesBegin();

    /** Whether a process was killed between the two, so that the next start makes the database again. */
    boolean wereChangesCut();

    /** Has all that was committed in the database's file. Nothing may be changed meanwhile. */
    void changesAreWritten(AgroalDataSource database) throws SQLException;

    /** Whether the database is a file in the data folder. */
    boolean isOnDisk();

    // --- Several processes

    /** Whether several processes may use the database at once, so that another one may change the record. */
    boolean isShared();

    /**
     * Runs work under an exclusive lock among all processes that use the database. Waits for the lock without a timeout. The lock of a
     * process that dies is released.
     */
    <T> T alone(AgroalDataSource database, Supplier<T> work);

    /** Notifies the listeners in all processes ({@link #listen}) that the record has changed, once this transaction commits. */
    void announce(Connection transaction) throws SQLException;

    /**
     * Listens for changes of the record by other processes, on a thread of its own.
     *
     * @param changed called on that thread within a second of each change, or within about ten if the notification is lost; also called
     *                without a change
     * @return stops listening
     */
    Runnable listen(AgroalDataSource database, Runnable changed);

    // --- Connections and statements

    /** Sets up a new connection: each transaction on it reads one snapshot of the database. */
    void begin(Connection connection) throws SQLException;

    /**
     * Ends a transaction that has only read, so that the connection can be given back to the pool.
     *
     * @param connection of the pool
     */
    void endReading(Connection connection) throws SQLException;

    /**
     * Sets the timeout of the following statements on this connection. The database itself cancels them.
     *
     * @param milliseconds from the start of each statement; 0 for no timeout
     */
    void limitTime(Connection connection, long milliseconds) throws SQLException;

    /** A column of texts, written so that the database uses no index on it; see {@link Sql#unindexed}. */
    String unindexed(String column);
}
