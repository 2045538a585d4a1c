package org.parley.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.execution.ResultNodesInfo;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.Test;

/** What the end of an operation's time does to the statement that runs then; no query of a client is as slow as this one. */
@QuarkusTest
class DeadlineTest {
    private static final String SLOW = "select count(*) from system_range(1, 100000000000) where mod(x, 7) = 3";

    @Inject
    Vertx vertx;

    @Inject
    EntityManager entities;

    @Test
    @ActivateRequestContext
    void a_statement_runs_no_longer_than_an_operation_may() {
        GraphQLContext operation = GraphQLContext.getDefault();
        Deadline deadline =
                new Deadline(vertx, operation, entities.unwrap(SessionImplementor.class), Duration.ofSeconds(1));
        Instant start = Instant.now();
        assertThatThrownBy(this::runSlowly).rootCause().hasMessageContaining("Statement was canceled");
        assertThatThrownBy(this::runSlowly).rootCause().hasMessageContaining("Statement was canceled");
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        deadline.stop();
        assertThat(deadline.hasPassed()).isTrue();
        assertThat(operation.<Integer>get(ResultNodesInfo.MAX_RESULT_NODES)).isZero();
        assertThat(entities.createNativeQuery("select 1").getSingleResult()).isEqualTo(1);
    }

    @Test
    @ActivateRequestContext
    void an_operation_that_ends_in_time_is_left_alone() throws InterruptedException {
        GraphQLContext operation = GraphQLContext.getDefault();
        Deadline deadline =
                new Deadline(vertx, operation, entities.unwrap(SessionImplementor.class), Duration.ofMillis(100));
        deadline.stop();
        Thread.sleep(300);
        assertThat(deadline.hasPassed()).isFalse();
        assertThat(operation.hasKey(ResultNodesInfo.MAX_RESULT_NODES)).isFalse();
    }

    private void runSlowly() {
        entities.createNativeQuery(SLOW).getSingleResult();
    }
}
