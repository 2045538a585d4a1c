package org.parley.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives settings of Quarkus from Parley's, where one setting switches others on and application.properties can't express that. Loaded
 * by {@code ServiceLoader}.
 */
public class DerivedSettings implements ConfigSourceFactory {
    /** Overrides application.properties (250), but not environment variables (300). */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> derived = new HashMap<>();
        if ("json".equalsIgnoreCase(value(context, "parley.log.format"))) {
            derived.put("quarkus.log.console.json.enabled", "true");
        }
        String endpoint = value(context, "parley.telemetry.endpoint");
        if (endpoint != null) {
            derived.put("quarkus.otel.sdk.disabled", "false");
            derived.put("quarkus.otel.exporter.otlp.endpoint", endpoint.strip());
        }
        String database = value(context, "parley.database.url");
        if (database != null) {
            derived.put("quarkus.datasource.jdbc.url", database.strip());
            put(derived, "quarkus.datasource.username", value(context, "parley.database.user"));
            put(derived, "quarkus.datasource.password", value(context, "parley.database.password"));
        }
        return List.of(new PropertiesConfigSource(derived, "derived from parley.*", ORDINAL));
    }

    private static void put(Map<String, String> derived, String property, String value) {
        if (value != null) {
            derived.put(property, value);
        }
    }

    /** The value of a property; null if it is not set or blank. */
    private static String value(ConfigSourceContext context, String property) {
        ConfigValue value = context.getValue(property);
        return value == null || value.getValue() == null || value.getValue().isBlank() ? null : value.getValue();
    }
}
