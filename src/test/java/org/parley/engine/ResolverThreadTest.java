package org.parley.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.SqlLog;

/**
 * All of an operation's SQL is sent by one thread, and none of its resolvers has a transaction of its own: from Quarkus 3.38 on both
 * would change in silence, if resolvers were called by its fetchers.
 */
@AnyDatabase
@QuarkusTest
class ResolverThreadTest {
    private static final String ALL_KINDS_OF_FIELDS =
            """
            {
              one: actor(id: "russia") { name statements(first: 3) { totalCount nodes { speakers { name } } } }
              two: actor(id: "ukraine") { name statements(first: 3) { nodes { round { title } } } }
              rounds(first: 3) { nodes { title statements(first: 2) { nodes { id } } } }
              nodes(ids: ["actor/russia"]) { id }
            }
            """;

    @Test
    void an_operation_asks_the_database_by_one_thread_and_in_one_transaction_or_none() {
        List<SqlLog.Sent> sent = SqlLog.sentBy(() -> ask(ALL_KINDS_OF_FIELDS).answers("one.name", "Russia"));
        assertThat(sent).hasSizeGreaterThan(4);
        assertThat(sent.stream().map(SqlLog.Sent::thread).distinct()).hasSize(1);
        assertThat(sent.stream().map(SqlLog.Sent::transaction).distinct()).hasSize(1);
    }
}
