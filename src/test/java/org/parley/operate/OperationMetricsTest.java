package org.parley.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;
import org.parley.graph.Operation;

/** How many names of operations get numbers of their own. */
@AnyDatabase
class OperationMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OperationMetrics metrics = new OperationMetrics(registry);

    @Test
    void the_first_hundred_names_are_counted_each_and_all_others_together() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 150; i++) {
                count("Name" + i);
            }
        }
        assertThat(labels()).hasSize(101).contains("Name0", "Name99", "other").doesNotContain("Name100");
        assertThat(timer("Name0").count()).isEqualTo(2);
        assertThat(timer("other").count()).isEqualTo(100);
    }

    @Test
    void a_long_name_is_cut() {
        count("N".repeat(1_000_000));
        assertThat(labels()).containsExactly("N".repeat(100));
    }

    private void count(String name) {
        Operation operation = Operation.current();
        operation.runs(name, "query");
        operation.isAnsweredWith(true, List.of());
        metrics.count(Report.of(operation, 200, true));
    }

    private Set<String> labels() {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getTag("operation"))
                .collect(Collectors.toSet());
    }

    private Timer timer(String name) {
        return registry.get("parley.operation.duration").tag("operation", name).timer();
    }
}
