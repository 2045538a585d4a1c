package org.parley.start;

import io.quarkus.runtime.configuration.QuarkusConfigBuilderCustomizer;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** What is set, wherever a start finds it: for who asks before a start, or after one that failed before it knew. */
final class FirstLook {
    private final SmallRyeConfig config;

    FirstLook(EnvironmentVariables variables) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors();
        new QuarkusConfigBuilderCustomizer().configBuilder(builder);
        variables.addTo(builder);
        config = builder.build();
    }

    /**
     * @return what stands for it if it is not set, or set to nothing
     * @throws java.util.NoSuchElementException if it names another one that is not set
     */
    String value(String property, String otherwise) {
        String value = config.getConfigValue(property).getValue();
        if (value == null && config.isPropertyPresent(property)) {
            return config.getValue(property, String.class);
        }
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
