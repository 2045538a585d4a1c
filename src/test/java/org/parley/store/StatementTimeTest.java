package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.graph.Operation;

/** How often a connection gets another limit: each costs a round trip, or all of H2's prepared statements. */
@AnyDatabase
class StatementTimeTest {
    private final List<Long> limits = new ArrayList<>();
    private final Store store = (Store) Proxy.newProxyInstance(
            Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, args) -> {
                assertThat(method.getName()).isEqualTo("limitTime");
                limits.add((Long) args[1]);
                return null;
            });
    private final StatementTime time = new StatementTime(store);
    private final Connection connection = connection();

    private static Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) ->
                        method.getName().equals("hashCode") ? System.identityHashCode(proxy) : proxy == args[0]);
    }

    /** Of which this much is used. */
    private static Operation operation(Duration allowed, Duration used) throws InterruptedException {
        Operation operation = Operation.current();
        operation.mustEndWithin(allowed);
        Thread.sleep(used.toMillis());
        return operation;
    }

    private static Operation fresh(int milliseconds) throws InterruptedException {
        return operation(Duration.ofMillis(milliseconds), Duration.ZERO);
    }

    @Test
    void quick_operations_set_it_once() throws SQLException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            Operation quick = fresh(10_000);
            time.renew(connection, quick);
            time.renew(connection, quick);
        }
        assertThat(limits).containsExactly(10_005L);
    }

    @Test
    void each_connection_has_its_own() throws SQLException, InterruptedException {
        time.renew(connection, fresh(10_000));
        time.renew(connection(), fresh(10_000));
        assertThat(limits).containsExactly(10_005L, 10_005L);
    }

    @Test
    void an_operation_that_has_used_more_than_an_eighth_shortens_it_and_the_next_one_restores_it()
            throws SQLException, InterruptedException {
        Operation slow = fresh(1_000);
        time.renew(connection, slow);
        Thread.sleep(200);
        time.renew(connection, slow);
        assertThat(limits).hasSize(2);
        assertThat(limits.get(1)).isBetween(1L, 805L);
        time.renew(connection, fresh(1_000));
        assertThat(limits).hasSize(3).endsWith(1_005L);
    }

    @Test
    void what_has_no_end_lifts_it() throws SQLException, InterruptedException {
        time.renew(connection, fresh(10_000));
        time.renew(connection, Operation.current());
        time.renew(connection, Operation.current());
        time.renew(connection, fresh(10_000));
        assertThat(limits).containsExactly(10_005L, 0L, 10_005L);
    }

    @Test
    void a_lost_connection_is_forgotten_although_it_tells_nothing() throws SQLException, InterruptedException {
        time.renew(connection, fresh(10_000));
        time.onConnectionDestroy((Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    throw new SQLException("closed");
                }));
        time.renew(connection, fresh(10_000));
        assertThat(limits).containsExactly(10_005L, 10_005L);
    }

    /** Only one that is over already, since no operation is allowed so little. */
    @Test
    void an_operation_that_is_over_gets_no_time() throws SQLException, InterruptedException {
        time.renew(connection, operation(Duration.ofMillis(20), Duration.ofMillis(40)));
        assertThat(limits).containsExactly(5L);
    }
}
