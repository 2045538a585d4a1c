package org.parley.store;

import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A new database file beside that of H2, which is renamed over it. */
final class H2Aside implements Aside {
    private final Storage storage;
    private final String served;
    private final Connection connection;

    /**
     * @param url    of the new database
     * @param served the URL of the database whose place it is to take
     */
    H2Aside(Storage storage, String url, String served) throws SQLException, IOException {
        this.storage = storage;
        this.served = served;
        Files.deleteIfExists(storage.next());
        connection = new Opening(url).getConnection();
        try {
            H2Tables.make(new Opening(url));
            storage.shareWithGroup(storage.next());
        } catch (RuntimeException | IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void complete() throws SQLException, IOException {
        shutDown(connection);
        try (FileChannel file = FileChannel.open(storage.next(), StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private static void shutDown(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }

    /**
     * Closes the other connections to the old database first and lets no new one in ({@code exclusive 2}): H2 would otherwise go on with the
     * old file, which has no name any more, for as long as somebody is connected.
     */
    @Override
    public void takePlace(AgroalDataSource database) throws SQLException, IOException {
        Path old = storage.file();
        try (Connection last = new Opening(served).getConnection();
                Statement statement = last.createStatement()) {
            statement.execute("set exclusive 2");
            Files.move(storage.next(), old, StandardCopyOption.ATOMIC_MOVE);
            statement.execute("shutdown immediately");
        }
        try (FileChannel folder = FileChannel.open(old.getParent())) {
            folder.force(true);
        }
        database.flush(AgroalDataSource.FlushMode.ALL);
        H2Store.awaitFlush(database);
    }

    @Override
    public void close() throws SQLException, IOException {
        if (!connection.isClosed()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("shutdown immediately");
            }
        }
        Files.deleteIfExists(storage.next());
    }

    /** Opens connections without a pool. */
    private record Opening(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return org.h2.Driver.load().connect(url, new Properties());
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            // Nothing is logged.
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // Opening a file has none.
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getLogger("org.parley.store");
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("It wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
