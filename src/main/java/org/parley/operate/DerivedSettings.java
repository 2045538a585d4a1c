package org.parley.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.parley.setting.Origin;

/**
 * What Parley's settings mean to the parts below it, where one switches others on and application.properties can't say so.
 * Found by the service loader.
 */
public class DerivedSettings implements ConfigSourceFactory {
    /** More than application.properties (250), less than the environment (300). */
    private static final int ORDINAL = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> derived = new HashMap<>();
        if ("json".equalsIgnoreCase(value(context, "parley.log.format"))) {
            derived.put("quarkus.log.console.json.enabled", "true");
        }
        String origins = origins(context);
        if (origins != null) {
            derived.put("quarkus.http.cors.enabled", "true");
            derived.put("quarkus.http.cors.origins", origins);
            if (origins.equals(Origin.ALL)) {
                // The same answer for every page, so that a shared cache can keep it.
                derived.put("quarkus.http.cors.return-exact-origins", "false");
            } else {
                // The answer names the origin: a cache must not give it to a page of another one.
                derived.put("quarkus.http.header.\"Vary\".value", "Origin");
            }
        }
        String endpoint = value(context, "parley.telemetry.endpoint");
        if (endpoint != null) {
            derived.put("quarkus.otel.sdk.disabled", "false");
            derived.put("quarkus.otel.exporter.otlp.endpoint", endpoint.strip());
        }
        return List.of(new PropertiesConfigSource(derived, "derived from parley.*", ORDINAL));
    }

    /** As browsers write them, which is what they are compared with; null if there are none. */
    private static String origins(ConfigSourceContext context) {
        List<String> set = new ArrayList<>();
        String all = value(context, "parley.http.cors.origins");
        if (all != null) {
            set.addAll(List.of(all.split(",")));
        } else {
            String each = value(context, "parley.http.cors.origins[0]");
            while (each != null) {
                set.add(each);
                each = value(context, "parley.http.cors.origins[" + set.size() + "]");
            }
        }
        List<String> origins;
        try {
            Origin origin = new Origin();
            origins = set.stream()
                    .map(origin::convert)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            // The setting itself is refused for it.
            return null;
        }
        return origins.isEmpty() ? null : origins.contains(Origin.ALL) ? Origin.ALL : String.join(",", origins);
    }

    /** Null if it is not set, or set to nothing. */
    public static String value(ConfigSourceContext context, String property) {
        ConfigValue value = context.getValue(property);
        return value == null || value.getValue() == null || value.getValue().isBlank() ? null : value.getValue();
    }
}
