package org.parley.start;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Reads the environment through {@link EnvironmentVariables} when the program itself runs, but not in its build or in tests within the
 * JVM. Loaded by {@code ServiceLoader}.
 */
public class EnvironmentCustomizer implements SmallRyeConfigBuilderCustomizer {
    /** Runs last, after the customizers that add config sources. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (Parley.runs() && builder.isAddDefaultSources()) {
            EnvironmentVariables.ofProcess().addTo(builder);
        }
    }
}
