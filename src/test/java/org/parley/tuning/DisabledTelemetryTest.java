package org.parley.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.parley.AnyDatabase;

@AnyDatabase
@QuarkusTest
class DisabledTelemetryTest {
    @Inject
    OpenTelemetry telemetry;

    /** No test of this process switches traces on. */
    @Test
    void no_sdk_is_made_where_traces_are_off() {
        assertThat(telemetry == OpenTelemetry.noop()).isEqualTo(Tuning.DISABLED_TELEMETRY.isOn());
    }
}
