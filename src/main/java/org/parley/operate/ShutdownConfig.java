package org.parley.operate;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.parley.setting.Rules;

/** How Parley shuts down. */
@Unremovable
@ConfigMapping(prefix = "parley.shutdown")
public interface ShutdownConfig {

    /** How long running requests may take to finish after Parley was told to stop (SIGTERM). */
    @WithDefault("8s")
    @WithConverter(Rules.TimeOrNone.class)
    Duration timeout();

    /**
     * How long Parley keeps serving after it was told to stop, while its readiness check already fails, so that a load balancer stops
     * sending requests.
     */
    @WithDefault("0s")
    @WithConverter(Rules.TimeOrNone.class)
    Duration delay();
}
