package org.parley.operate;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.net.URI;
import java.util.Optional;
import org.parley.setting.Rules;

/** Whether traces are sent, and to which collector. */
@Unremovable
@ConfigMapping(prefix = "parley.telemetry")
public interface TelemetryConfig {

    /** The URL of a collector that accepts OTLP over HTTP, such as {@code http://localhost:4318}; if left out, no traces are made. */
    Optional<@WithConverter(Rules.Url.class) URI> endpoint();
}
