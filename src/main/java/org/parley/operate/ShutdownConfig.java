package org.parley.operate;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.parley.setting.Rules;

/** How Parley ends. */
@Unremovable
@ConfigMapping(prefix = "parley.shutdown")
public interface ShutdownConfig {

    /** How long requests that have begun may take to end once Parley is told to end. */
    @WithDefault("8s")
    @WithConverter(Rules.TimeOrNone.class)
    Duration timeout();

    /** How long Parley goes on as ever, but not ready, once it is told to end, so that a load balancer can turn away. */
    @WithDefault("0s")
    @WithConverter(Rules.TimeOrNone.class)
    Duration delay();
}
