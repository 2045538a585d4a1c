package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer is of one moment, although it takes several statements, beside somebody who writes. */
@QuarkusTest
class OneMomentTest {
    /** The names of two records of two kinds, which two statements read. */
    private static final String BOTH = "{ actor(id: \"russia\") { name } issue(id: \"territory\") { name } }";

    private static final int TIMES = 300;

    @Inject
    AgroalDataSource database;

    private final ExecutorService writer = Executors.newSingleThreadExecutor();

    private String actor;
    private String issue;

    @BeforeEach
    void remember() {
        actor = ask(BOTH).at("actor.name");
        issue = ask(BOTH).at("issue.name");
    }

    @AfterEach
    void restore() throws SQLException {
        writer.shutdownNow();
        write(actor, issue);
    }

    private void write(String actorName, String issueName) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update actor set name = '" + actorName + "' where id = 'actor/russia'");
            statement.executeUpdate("update issue set name = '" + issueName + "' where id = 'issue/territory'");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void both_names_are_of_one_transaction_whenever_they_are_asked_for() throws Exception {
        write("0", "0");
        AtomicBoolean ended = new AtomicBoolean();
        Future<Integer> writing = writer.submit(() -> {
            int written = 0;
            while (!ended.get()) {
                written++;
                write(Integer.toString(written), Integer.toString(written));
            }
            return written;
        });
        int last = 0;
        for (int i = 0; i < TIMES; i++) {
            var answer = ask(BOTH);
            String name = answer.at("actor.name");
            answer.answers("issue.name", name);
            assertThat(Integer.parseInt(name)).isGreaterThanOrEqualTo(last);
            last = Integer.parseInt(name);
        }
        ended.set(true);
        assertThat(last).as("answers see what was written before them").isPositive();
        assertThat(writing.get()).isGreaterThan(TIMES / 10);
    }
}
