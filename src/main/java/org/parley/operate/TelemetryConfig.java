package org.parley.operate;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.net.URI;
import java.util.Optional;
import org.parley.setting.Rules;

/** Whether traces are sent, and where to. */
@Unremovable
@ConfigMapping(prefix = "parley.telemetry")
public interface TelemetryConfig {

    /** Where a collector takes traces by OTLP over HTTP, such as {@code http://localhost:4318}; none are made if left out. */
    Optional<@WithConverter(Rules.Url.class) URI> endpoint();
}
