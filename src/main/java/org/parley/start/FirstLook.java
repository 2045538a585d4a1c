package org.parley.start;

import io.quarkus.runtime.configuration.QuarkusConfigBuilderCustomizer;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * Reads settings without starting Quarkus, from the same config sources as a start. Used by {@code --ready}, and after a start that
 * failed before its settings were known.
 */
final class FirstLook {
    private final SmallRyeConfig config;

    FirstLook(EnvironmentVariables variables) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors();
        new QuarkusConfigBuilderCustomizer().configBuilder(builder);
        variables.addTo(builder);
        config = builder.build();
    }

    /**
     * @param otherwise the default, may be null
     * @return the value without surrounding blanks; the default if the property is not set, or blank
     * @throws java.util.NoSuchElementException if the value refers to another property ({@code ${...}}) that is not set
     */
    String value(String property, String otherwise) {
        String value = config.getConfigValue(property).getValue();
        if (value == null && config.isPropertyPresent(property)) {
            return config.getValue(property, String.class);
        }
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
