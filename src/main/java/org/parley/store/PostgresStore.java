package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jboss.logging.Logger;

/** A database on a PostgreSQL server, which several Parley processes may share. */
final class PostgresStore implements Store {
    private static final String SCHEME = "jdbc:postgresql:";
    /** The oldest supported major version of the server. */
    private static final int OLDEST = 15;

    private static final Logger LOG = Logger.getLogger(PostgresStore.class);

    /** The key of Parley's advisory lock: a random number, since other applications may use advisory locks in the same database. */
    private static final long LOCK = 7_032_411_225_019_874_025L;

    /** How much longer than the statement timeout to wait for the server's answer before the connection is dropped, in milliseconds. */
    private static final int SILENCE = 5000;

    /**
     * Finds the text columns whose collation is not "C". Cursors and ranges of ids need texts in the order of their bytes, as in H2,
     * whatever the default collation of the database is.
     */
    private static final String OTHER_ORDERS =
            """
            select c.table_name, c.column_name, format_type(a.atttypid, a.atttypmod)
            from information_schema.columns c
            join pg_class t on t.relname = c.table_name and t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
            join pg_attribute a on a.attrelid = t.oid and a.attname = c.column_name
            join pg_type y on y.oid = a.atttypid
            where c.table_schema = current_schema() and y.typcollation <> 0 and a.attcollation <> '"C"'::regcollation
              and c.table_name <> 'flyway_schema_history'
            order by 1, 2""";

    private final String place;

    PostgresStore(String url) {
        place = url.substring(SCHEME.length()).replaceFirst("\\?.*", "").replaceFirst("^//", "");
    }

    static boolean isAt(String url) {
        return url.startsWith(SCHEME);
    }

    @Override
    public void mustBeUsable() {
        // Only the server knows: see prepare.
    }

    @Override
    public boolean prepare(AgroalDataSource database, boolean ofProgram) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet told = statement.executeQuery("select current_setting('server_version_num')::integer / 10000,"
                        + " current_setting('server_version'), current_setting('server_encoding'), current_schema(),"
                        + " pg_is_in_recovery()")) {
            told.next();
            if (told.getInt(1) < OLDEST) {
                throw new CannotStart("The server of the database " + place + " is PostgreSQL " + told.getString(2)
                        + "; Parley needs " + OLDEST + " or newer.");
            }
            if (!told.getString(3).equals("UTF8")) {
                throw new CannotStart(
                        "The database " + place + " has the encoding " + told.getString(3)
                                + ", which lacks most letters. Make it anew: create database ... encoding 'UTF8' template template0.");
            }
            if (told.getString(4) == null) {
                throw new CannotStart("The database " + place
                        + " has no schema that its user may see. Give the user one, or set its search_path.");
            }
            if (told.getBoolean(5)) {
                throw new CannotStart(
                        "The database " + place + " is a standby, which can't be written to. Name the primary server.");
            }
        }
        return false;
    }

    @Override
    public void migrate(AgroalDataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (Tables.areCurrent(connection) && otherOrders(connection).isEmpty()) {
                return;
            }
        }
        alone(database, () -> {
            try (Connection connection = database.getConnection()) {
                if (!Tables.areCurrent(connection)) {
                    Tables.make(database);
                }
                String changes = otherOrders(connection);
                if (!changes.isEmpty()) {
                    try (Statement statement = connection.createStatement()) {
                        // PostgreSQL runs statements that are sent in one string as one transaction.
                        statement.execute(changes);
                    }
                }
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException("The tables could not be made", e);
            }
        });
    }

    /** The SQL statements that give all text columns the collation "C"; empty if all have it. */
    private static String otherOrders(Connection connection) throws SQLException {
        StringBuilder changes = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(OTHER_ORDERS)) {
            while (columns.next()) {
                changes.append("alter table ")
                        .append(columns.getString(1))
                        .append(" alter column ")
                        .append(columns.getString(2))
                        .append(" type ")
                        .append(columns.getString(3))
                        .append(" collate \"C\";\n");
            }
        }
        return changes.toString();
    }

    /** Updates the planner's statistics: autovacuum would do so up to a minute later, and until then plans would assume empty tables. */
    @Override
    public void hasLoaded(AgroalDataSource database, boolean isNew) throws SQLException {
        if (isNew) {
            Sql.execute(database, "analyze");
        }
    }

    @Override
    public Path workspace() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public boolean fillsInParts() {
        return false;
    }

    @Override
    public Aside aside() {
        throw new UnsupportedOperationException("PostgreSQL replaces a record within a transaction");
    }

    @Override
    public LateIndexes lateIndexes() {
        throw new UnsupportedOperationException("PostgreSQL replaces a record within a transaction");
    }

    @Override
    public void hasRefused() {
        // The load was one transaction, which was rolled back.
    }

    @Override
    public void compact(AgroalDataSource database) {
        // Autovacuum does so.
    }

    @Override
    public CannotStart explained(Throwable failure) {
        String state = null;
        for (Throwable cause = failure; cause != null && state == null; cause = cause.getCause()) {
            if (cause instanceof FlywayValidateException) {
                return new CannotStart("The database " + place + " was made by another version of Parley."
                        + " Start that version, or give Parley an empty database and it will load the record anew.");
            }
            if (cause instanceof SQLException found) {
                state = found.getSQLState();
            }
        }
        if (state == null) {
            return null;
        }
        return switch (state) {
            case "28P01" -> new CannotStart("The database " + place
                    + " refuses the password (parley.database.password) of its user (parley.database.user).");
            case "28000" -> new CannotStart(
                    "The database " + place
                            + " refuses its user (parley.database.user), or whence the user comes (pg_hba.conf of the server).");
            case "3D000" -> new CannotStart("The database " + place + " does not exist. Make it: create database ...;"
                    + " Parley makes the tables.");
            case "42501" -> new CannotStart("The user of the database " + place
                    + " (parley.database.user) may not make or change tables in it. Let the user own the database.");
            case "53300" -> new CannotStart("The server of the database " + place
                    + " has no connection left. Raise its max_connections, or lower parley.limits.running.");
            case "53100" -> new CannotStart(
                    "The disk of the server of the database " + place + " is full. Free some space.");
            case "25006" -> new CannotStart(
                    "The database " + place + " can only be read. Name one that can be written to.");
            default -> DatabaseUnavailable.isToldBy(failure)
                    ? new CannotStart("The database " + place + " (parley.database.url) can't be reached. Is its server"
                            + " running, and does it listen there?")
                    : null;
        };
    }

    @Override
    public void empty(AgroalDataSource database) {
        Tables.remove(database);
        Tables.make(database);
    }

    @Override
    public void changesBegin() {
        // PostgreSQL loses nothing that was committed.
    }

    @Override
    public boolean wereChangesCut() {
        return false;
    }

    @Override
    public void changesAreWritten(AgroalDataSource database) {
        // PostgreSQL loses nothing that was committed.
    }

    @Override
    public boolean isOnDisk() {
        return false;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /** Takes an advisory lock of the session. The server releases it when the connection is lost. */
    @Override
    public <T> T alone(AgroalDataSource database, Supplier<T> work) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "select pg_try_advisory_lock(" + LOCK + ")")) {
                LOG.infof(
                        "Another Parley is loading the record into the database %s; this one waits until it has finished",
                        place);
                statement.execute("select pg_advisory_lock(" + LOCK + ")");
            }
            try {
                return work.get();
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The lock for loading could not be taken or released in the database " + place, e);
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    @Override
    public void announce(Connection transaction) throws SQLException {
        try (Statement statement = transaction.createStatement()) {
            statement.execute("notify " + Announcements.CHANNEL);
        }
    }

    @Override
    public Runnable listen(AgroalDataSource database, Runnable changed) {
        return Announcements.hear(database, changed);
    }

    /**
     * Also disables bitmap scans. They collect all matching rows and lose the order of the index, so that PostgreSQL would sort the whole
     * list of a frequent word or speaker to return a page of 20. An index scan in the order of the page reads few rows.
     */
    @Override
    public void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session characteristics as transaction isolation level repeatable read");
            statement.execute("set enable_bitmapscan = off");
        }
    }

    /** Rolls back: a transaction in which a statement failed can't be committed. */
    @Override
    public void endReading(Connection connection) throws SQLException {
        connection.rollback();
    }

    /** Also sets a network timeout: a dead server would otherwise block the thread until the operating system's TCP timeout. */
    @Override
    public void limitTime(Connection connection, long milliseconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(
                    Runnable::run, milliseconds == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, milliseconds + SILENCE));
            statement.execute("set statement_timeout = " + milliseconds);
        }
    }

    /** The column as it is: PostgreSQL's planner compares the costs, and needs no such hint. */
    @Override
    public String unindexed(String column) {
        return column;
    }
}
