package org.parley.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.AnyDatabase;
import org.parley.store.H2Store;

/** {@code StartIT} holds that each later start of the program does so. */
@AnyDatabase
class EarlyOpeningTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    @TempDir
    private Path directory;

    private String url;
    private Path file;

    @BeforeEach
    void address() {
        url = "jdbc:h2:file:" + directory + "/parley;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
        file = H2Store.file(directory);
    }

    @Test
    void a_database_is_open_until_the_pool_has_a_connection() throws Exception {
        make();
        EarlyOpening opening = new EarlyOpening(url, directory, true);
        long end = System.nanoTime() + PATIENCE;
        while (!isOpen() && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        assertThat(isOpen()).isTrue();
        try (Connection pools = DriverManager.getConnection(url)) {
            opening.onConnectionAcquire(pools);
            assertThat(isOpen()).isTrue();
        }
        assertThat(isOpen()).isFalse();
    }

    /** A first start decides what it is to hold. */
    @Test
    void a_database_that_is_missing_is_not_made() throws Exception {
        new EarlyOpening(url, directory, true).onConnectionAcquire(null);
        assertThat(names()).isEmpty();
    }

    @Test
    void nothing_is_opened_for_a_server_or_in_memory() throws Exception {
        make();
        for (String other : new String[] {"jdbc:postgresql://localhost:1/parley", "jdbc:h2:mem:early"}) {
            new EarlyOpening(other, directory, true).onConnectionAcquire(null);
        }
        new EarlyOpening(url, directory, false).onConnectionAcquire(null);
        assertThat(isOpen()).isFalse();
    }

    /** The pool meets the same failure, and the start tells it. */
    @Test
    void a_database_that_cannot_be_opened_is_left_to_the_pool() throws Exception {
        Files.writeString(file, "no database");
        new EarlyOpening(url, directory, true).onConnectionAcquire(null);
        assertThat(file).hasContent("no database");
    }

    private void make() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create table a (b integer)");
        }
    }

    /** H2 locks the file of an open database. */
    private boolean isOpen() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private Stream<Path> names() throws IOException {
        try (Stream<Path> names = Files.list(directory)) {
            return names.toList().stream();
        }
    }
}
