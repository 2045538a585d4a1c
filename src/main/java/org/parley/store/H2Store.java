package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** H2 embedded in this process: in a file, which H2 locks against other processes, or in memory. */
public final class H2Store implements Store {
    private static final String FILE = "jdbc:h2:file:";
    private static final Logger LOG = Logger.getLogger(H2Store.class);

    /** How long the pool needs to drop its connections, in milliseconds: far more than it was seen to take. */
    private static final int FLUSH = 250;

    /** How long it may need at most, in milliseconds. */
    private static final int FLUSHING = 10_000;

    private final String url;
    private final Storage storage;
    private final boolean onDisk;

    /** Whether {@link Storage#changesBegin} was noted. */
    private volatile boolean isChanging;

    H2Store(String url, Path directory) {
        this.url = url;
        storage = new Storage(directory);
        onDisk = isOnDisk(url);
    }

    /** The database file in a folder. */
    public static Path file(Path directory) {
        return new Storage(directory).file();
    }

    /** All files in a folder that may have rows of the record: the database, and one that was set aside. */
    public static List<Path> copies(Path directory) {
        Storage storage = new Storage(directory);
        return List.of(storage.file(), storage.aside());
    }

    public static boolean isOnDisk(String url) {
        return url.startsWith(FILE);
    }

    @Override
    public void mustBeUsable() {
        if (onDisk) {
            storage.mustBeWritable();
        }
    }

    /**
     * Drops all tables if the first load was interrupted: H2 commits after each {@code create table}, so that a killed first start
     * leaves a part of the schema, which the migration can't continue.
     */
    @Override
    public boolean prepare(AgroalDataSource database, boolean ofProgram) throws SQLException, IOException {
        if (!onDisk) {
            return false;
        }
        boolean isFlushed = false;
        if (wereChangesCut()) {
            if (Files.exists(storage.file())) {
                LOG.infof("Parley was killed while it wrote changes to %s, which is made again", storage.file());
                closeAnd(database, storage::delete);
                isFlushed = true;
            }
            storage.changesAreWritten();
        }
        if (!Files.exists(storage.file())) {
            boolean isCopied = ofProgram && storage.copyPrepared();
            if (!isCopied) {
                storage.firstLoadBegins();
            }
            if (isFlushed) {
                awaitFlush(database);
            }
            return isCopied;
        } else if (!holdsRecord(database)) {
            if (!storage.isFirstLoadUnfinished()) {
                throw storage.damaged();
            }
            if (!storage.isFirstLoadRefused()) {
                LOG.warnf("The first load of %s was interrupted and begins again", storage.file());
            }
            storage.firstLoadBegins();
            removeTables(database);
        }
        return false;
    }

    private static boolean holdsRecord(AgroalDataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!Tables.has(connection, "seed_load")) {
                return false;
            }
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("select 1 from seed_load")) {
                return rows.next();
            }
        }
    }

    @Override
    public void migrate(AgroalDataSource database) throws SQLException, IOException {
        boolean isCurrent;
        try (Connection connection = database.getConnection()) {
            isCurrent = Tables.areCurrent(connection);
        }
        shareWithGroup();
        if (onDisk) {
            storage.removeNext();
        }
        if (!isCurrent) {
            H2Tables.make(database);
        }
    }

    private void shareWithGroup() throws IOException {
        if (onDisk) {
            storage.shareWithGroup(storage.file());
        }
    }

    /** Flushes to disk: H2 writes in the background, half a second after a commit, but the start must fail now if the disk is full. */
    @Override
    public void hasLoaded(AgroalDataSource database, boolean isNew) throws SQLException {
        if (onDisk && isNew) {
            Sql.execute(database, "checkpoint sync");
        }
        changesAreWritten(database);
        if (onDisk) {
            storage.firstLoadEnds();
        }
    }

    @Override
    public void empty(AgroalDataSource database) {
        if (onDisk) {
            // Whoever finds it half loaded shall load it again.
            storage.firstLoadBegins();
        }
        removeTables(database);
        H2Tables.make(database);
    }

    /** After a kill, H2 may refuse to change anything in its file. Then another file takes its place. */
    private void removeTables(AgroalDataSource database) {
        try {
            Tables.remove(database);
        } catch (RuntimeException e) {
            if (!onDisk) {
                throw e;
            }
            LOG.warnf(e, "The tables could not be removed. %s is moved to %s", storage.file(), storage.aside());
            setAside(database);
        }
    }

    private void setAside(AgroalDataSource database) {
        closeAnd(database, storage::setAside);
        try {
            awaitFlush(database);
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be made anew", e);
        }
    }

    private static void closeAnd(AgroalDataSource database, Runnable then) {
        try {
            Sql.execute(database, "shutdown immediately");
        } catch (SQLException | RuntimeException e) {
            LOG.debug("H2 has closed the database itself", e);
        }
        then.run();
        // New connections open the new file.
        database.flush(AgroalDataSource.FlushMode.ALL);
    }

    /**
     * Waits until the pool gives no connection any more to the file that was closed before its flush. It drops them on a thread of its own,
     * and then also those that are in use, so that one which works is not enough at first.
     *
     * @throws SQLException if it still gives a closed one after {@value #FLUSHING} ms
     */
    static void awaitFlush(AgroalDataSource database) throws SQLException {
        long begin = System.nanoTime();
        while (true) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                if (isOver(begin, FLUSH)) {
                    return;
                }
            } catch (SQLException e) {
                if (isOver(begin, FLUSHING)) {
                    throw e;
                }
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("The start was interrupted", e);
            }
        }
    }

    private static boolean isOver(long begin, int milliseconds) {
        return System.nanoTime() - begin > milliseconds * 1_000_000L;
    }

    @Override
    public void changesBegin() {
        if (onDisk && !isChanging) {
            storage.changesBegin();
            isChanging = true;
        }
    }

    @Override
    public boolean wereChangesCut() {
        return onDisk && !isChanging && storage.wereChangesCut();
    }

    @Override
    public void changesAreWritten(AgroalDataSource database) throws SQLException {
        if (onDisk && isChanging) {
            Sql.execute(database, "checkpoint sync");
            storage.changesAreWritten();
            isChanging = false;
        }
    }

    @Override
    public boolean isOnDisk() {
        return onDisk;
    }

    @Override
    public Path workspace() {
        return onDisk ? storage.directory() : Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public boolean fillsInParts() {
        return onDisk;
    }

    @Override
    public Aside aside() throws SQLException, IOException {
        return new H2Aside(storage, url.replaceFirst("/" + Storage.NAME + "(?=;|$)", "/" + Storage.NEXT), url);
    }

    @Override
    public LateIndexes lateIndexes() {
        return new H2Indexes();
    }

    @Override
    public void hasRefused() {
        if (onDisk) {
            storage.firstLoadIsRefused();
        }
    }

    /** Rewrites the file without the deleted data, and closes the database. */
    @Override
    public void compact(AgroalDataSource database) throws SQLException, IOException {
        Sql.execute(database, "shutdown compact");
        shareWithGroup();
    }

    @Override
    public CannotStart explained(Throwable failure) {
        return onDisk ? storage.explained(failure) : null;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public <T> T alone(AgroalDataSource database, Supplier<T> work) {
        return work.get();
    }

    @Override
    public void announce(Connection transaction) {
        // No other process can use the database.
    }

    @Override
    public Runnable listen(AgroalDataSource database, Runnable changed) {
        return () -> {};
    }

    /**
     * Also sets the driver's query timeout, which H2 caches: where Hibernate writes, it reads the timeout of each statement, and H2 would
     * otherwise send a query for it.
     */
    @Override
    public void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(0);
            statement.execute("set session characteristics as transaction isolation level snapshot");
        }
    }

    /**
     * Commits: a rollback empties H2's cache of prepared statements of the connection, so that each statement would be parsed and planned
     * each time. Switching to auto-commit commits as well. Without it, the pool would, and its commit would open another transaction
     * first, for which H2 takes the roots of all tables.
     */
    @Override
    public void endReading(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void limitTime(Connection connection, long milliseconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set query_timeout " + milliseconds);
        }
    }

    /** H2 uses no index on an expression. {@code column || ''} is no such: H2 simplifies it to the column. No column holds an empty text. */
    @Override
    public String unindexed(String column) {
        return "nullif(" + column + ", '')";
    }
}
