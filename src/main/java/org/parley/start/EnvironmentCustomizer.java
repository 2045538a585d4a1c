package org.parley.start;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/** Reads the environment by {@link EnvironmentVariables} where the settings are those of the program. Found by the service loader. */
public class EnvironmentCustomizer implements SmallRyeConfigBuilderCustomizer {
    /** After those that add sources of their own. */
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
