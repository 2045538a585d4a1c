package org.parley.operate;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.parley.graph.Heap;

/**
 * Derives settings of Quarkus from Parley's, where one setting switches others on and application.properties can't express that. Loaded
 * by {@code ServiceLoader}.
 */
public class DerivedSettings implements ConfigSourceFactory {
    /** Overrides application.properties (250), but not environment variables (300). */
    private static final int ORDINAL = 260;

    private static final String URL = "quarkus.datasource.jdbc.url";

    /** The size of H2's cache of pages, in kilobytes. */
    private static final Pattern PAGE_CACHE = Pattern.compile(";CACHE_SIZE=(\\d+)");

    private static final int KB = 1024;

    /** The cache of pages takes at most one of so many parts of the heap. */
    private static final int PAGE_CACHE_SHARE = 6;

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
            derived.put(URL, database.strip());
            put(derived, "quarkus.datasource.username", value(context, "parley.database.user"));
            put(derived, "quarkus.datasource.password", value(context, "parley.database.password"));
        } else {
            put(derived, URL, fitted(value(context, URL), Heap.atMost(Long.MAX_VALUE, PAGE_CACHE_SHARE)));
        }
        return List.of(new PropertiesConfigSource(derived, "derived from parley.*", ORDINAL));
    }

    /**
     * The address of the embedded database with a smaller cache of pages; null if it fits as it is, or has none.
     *
     * @param most the size that the cache may have, in bytes
     */
    static String fitted(String url, long most) {
        Matcher size = PAGE_CACHE.matcher(url == null ? "" : url);
        return size.find() && most / KB < Long.parseLong(size.group(1))
                ? url.substring(0, size.start(1)) + most / KB + url.substring(size.end(1))
                : null;
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
