package org.parley.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.parley.record.Edition;
import org.parley.record.LatestLoad;

/** What health tells of a record that could not be loaded. */
class NewestRecordCheckTest {
    private final LatestLoad latest = new LatestLoad();
    private final NewestRecordCheck check = new NewestRecordCheck(new Edition(), latest);

    private Map<String, Object> data() {
        HealthCheckResponse response = check.call();
        assertThat(response.getStatus()).isEqualTo(Status.UP);
        return response.getData().orElseThrow();
    }

    @Test
    void a_record_that_is_the_newest_is_not_stale() {
        assertThat(data()).containsExactly(Map.entry("isStale", false));
    }

    @Test
    void a_record_that_could_not_be_loaded_is_told_with_its_faults_until_one_could() {
        latest.failed(List.of("actors.json line 3: must be JSON", "rounds.json line 8: must be a day"));
        assertThat(data())
                .containsEntry("isStale", true)
                .containsEntry("faults", 2L)
                .containsEntry("fault 1", "actors.json line 3: must be JSON")
                .containsEntry("fault 2", "rounds.json line 8: must be a day")
                .containsKey("refusedAt");
        latest.succeeded();
        assertThat(data()).containsExactly(Map.entry("isStale", false));
        assertThat(latest.failures()).isEqualTo(1);
    }

    @Test
    void of_many_faults_the_first_are_told() {
        latest.failed(IntStream.rangeClosed(1, 500).mapToObj(i -> "fault").toList());
        assertThat(data()).containsEntry("faults", 500L).containsKey("fault 10").doesNotContainKey("fault 11");
    }
}
