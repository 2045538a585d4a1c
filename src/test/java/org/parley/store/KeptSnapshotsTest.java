package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.graph.Operation;

/** An operation reads on the snapshot of the one before, unless somebody else may have written since. */
@QuarkusTest
class KeptSnapshotsTest {
    private static final String READ = "select name from actor where id = 'actor/russia'";

    @Inject
    AgroalDataSource database;

    @Inject
    KeptSnapshots snapshots;

    @Inject
    ReadTransactions reads;

    @Inject
    Store store;

    private String name;

    @BeforeEach
    void remember() {
        name = read();
    }

    @AfterEach
    void restore() throws SQLException {
        try (Connection connection = database.getConnection()) {
            write(connection, name);
        }
    }

    private String read() {
        return reads.snapshot(Operation.current(), snapshot -> {}, () -> Sql.bind(READ, List.of(), String.class)
                .getSingleResult());
    }

    private static void write(Connection connection, String name) throws SQLException {
        try (var update = connection.prepareStatement("update actor set name = ? where id = 'actor/russia'")) {
            update.setString(1, name);
            update.executeUpdate();
        }
    }

    /** The next operation's snapshot, which it ends; null if it would begin one. */
    private KeptSnapshots.Snapshot taken() {
        KeptSnapshots.Snapshot taken = snapshots.take();
        if (taken != null) {
            snapshots.end(taken);
        }
        return taken;
    }

    @Test
    void the_next_operation_reads_on_it() {
        assumeFalse(store.isShared(), "other processes may have written");
        read();
        KeptSnapshots.Snapshot first = snapshots.take();
        assertThat(first).isNotNull();
        snapshots.giveBack(first);
        read();
        assertThat(taken()).isSameAs(first);
        assertThat(taken()).isNull();
    }

    @Test
    void what_is_written_before_an_operation_is_read_by_it() throws SQLException {
        for (int i = 0; i < 3; i++) {
            read();
            try (Connection connection = database.getConnection()) {
                write(connection, "written " + i);
            }
            assertThat(read()).isEqualTo("written " + i);
        }
    }

    @Test
    void whoever_holds_a_connection_may_write_at_any_time() throws SQLException {
        read();
        try (Connection connection = database.getConnection()) {
            for (int i = 0; i < 3; i++) {
                write(connection, "held " + i);
                assertThat(read()).isEqualTo("held " + i);
                assertThat(taken()).isNull();
            }
        }
        assertThat(read()).isEqualTo("held 2");
    }

    @Test
    void one_that_was_begun_before_a_change_is_not_kept() throws SQLException {
        String before = reads.snapshot(Operation.current(), snapshot -> {}, () -> {
            String seen = Sql.bind(READ, List.of(), String.class).getSingleResult();
            try (Connection connection = database.getConnection()) {
                write(connection, "meanwhile");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return seen + '|' + Sql.bind(READ, List.of(), String.class).getSingleResult();
        });
        assertThat(before).isEqualTo(name + '|' + name);
        assertThat(taken()).isNull();
        assertThat(read()).isEqualTo("meanwhile");
    }

    @Test
    void one_whose_connection_was_closed_is_not_taken() throws SQLException {
        assumeFalse(store.isShared(), "nothing is kept");
        read();
        KeptSnapshots.Snapshot kept = snapshots.take();
        kept.connection().close();
        snapshots.giveBack(kept);
        assertThat(snapshots.take()).isNull();
        database.flush(AgroalDataSource.FlushMode.ALL);
        assertThat(readAfterFlush()).isEqualTo(name);
    }

    /** The pool takes its closed connections away in the background. */
    private String readAfterFlush() {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return read();
            } catch (StatementFailure e) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        return read();
    }

    @Test
    void one_with_a_failed_statement_is_not_kept() {
        taken();
        assertThatThrownBy(() -> reads.snapshot(Operation.current(), snapshot -> {}, () -> Sql.bind(
                                "select nothing from actor", List.of(), String.class)
                        .getResultList()))
                .isInstanceOf(StatementFailure.class);
        assertThat(taken()).isNull();
    }
}
