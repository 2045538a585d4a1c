package org.parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parley.TestDatabase;
import org.parley.graph.Operation;
import org.parley.graph.OutOfTime;
import org.parley.store.ReadTransactions;
import org.parley.store.Sql;

/** What the end of an operation's time does to what is done for it then. */
@QuarkusTest
class DeadlineTest {
    /** No query of a client is as slow as this one, which takes hours. */
    private static final String SLOW = TestDatabase.isPostgres()
            ? "select count(*) from generate_series(1, 100000000000) as x where mod(x, 7) = 3"
            : "select count(*) from system_range(1, 100000000000) where mod(x, 7) = 3";

    private static final String CONNECTION =
            TestDatabase.isPostgres() ? "select pg_backend_pid()" : "select session_id()";
    private static final String TIMEOUT = TestDatabase.isPostgres()
            ? "select setting from pg_settings where name = 'statement_timeout'"
            : "select setting_value from information_schema.settings where setting_name = 'QUERY_TIMEOUT'";
    private static final Duration LONG = Duration.ofMinutes(10);

    private volatile boolean gone;

    @Inject
    Vertx vertx;

    @Inject
    ReadTransactions reads;

    private interface Work {
        void with(Operation operation) throws Exception;
    }

    @Test
    void a_statement_is_cancelled_when_the_time_is_over_and_no_further_one_begins() throws Exception {
        inRequest(operation -> {
            Object connection = ask(CONNECTION);
            operation.mustEndWithin(Duration.ofSeconds(3));
            assertThatThrownBy(() -> ask(SLOW))
                    .rootCause()
                    .hasMessageContaining(TestDatabase.isPostgres() ? "statement timeout" : "Statement was canceled");
            assertThat(operation.isOver()).isTrue();
            assertThatThrownBy(() -> ask("select 1")).isInstanceOf(OutOfTime.class);

            Operation.begin(() -> gone);
            assertThat(ask(CONNECTION)).as("the same connection").isEqualTo(connection);
            assertThat(ask("select count(*) from record")).isEqualTo(289L);
        });
    }

    /** Not the whole time anew, whenever the statement begins. */
    @Test
    void a_statement_has_the_time_that_its_operation_has_left() throws Exception {
        inRequest(operation -> {
            operation.mustEndWithin(Duration.ofSeconds(20));
            assertThat(timeout()).isEqualTo(20_005);
            Thread.sleep(3_000);
            assertThat(timeout()).as("more than an eighth is used up").isBetween(1, 17_005);

            Operation.begin(() -> gone);
            assertThat(timeout()).as("an operation without end").isZero();
        });
    }

    @Test
    void an_operation_is_over_too_when_its_client_goes_away() throws Exception {
        inRequest(operation -> {
            operation.mustEndWithin(LONG);
            assertThat(ask("select 1")).isEqualTo(1);
            gone = true;
            assertThat(operation.isOver()).isTrue();
            assertThatThrownBy(() -> ask("select 1")).isInstanceOf(OutOfTime.class);
        });
    }

    /** Works as the thread does that answers a request. */
    private void inRequest(Work work) throws Exception {
        VertxContext.getOrCreateDuplicatedContext(vertx)
                .executeBlocking(() -> {
                    Arc.container().requestContext().activate();
                    try {
                        work.with(Operation.begin(() -> gone));
                        return null;
                    } catch (AssertionError failure) {
                        throw new IllegalStateException(failure);
                    } finally {
                        Arc.container().requestContext().terminate();
                    }
                })
                .toCompletionStage()
                .toCompletableFuture()
                .get(2, TimeUnit.MINUTES);
    }

    private Object ask(String sql) {
        return reads.snapshot(Operation.current(), snapshot -> {}, () -> Sql.bind(sql, List.of(), Object.class)
                .getSingleResult());
    }

    private int timeout() {
        return Integer.parseInt((String) ask(TIMEOUT));
    }
}
