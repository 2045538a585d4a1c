package org.parley.start;

import io.smallrye.config.PropertyName;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.common.AbstractConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the defaults of settings whose names have a part of the user's choice, such as {@code quarkus.log.category.*.level}.
 * Found by the service loader.
 *
 * <p>The configuration library holds them in a hash table in which nearly all have the same hash, and so compares each setting
 * that has no value, some hundreds at each start, with every pattern. Here a setting is compared with those alone that begin as
 * it does.
 */
public class PatternDefaults implements SmallRyeConfigBuilderCustomizer {

    /** After all others, which bring the defaults. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        Map<String, String> defaults = builder.getDefaultValues();
        Source patterns = new Source(defaults);
        defaults.keySet().removeIf(PatternDefaults::isPattern);
        builder.withSources(patterns);
    }

    private static boolean isPattern(String name) {
        return name.indexOf('*') >= 0;
    }

    private static final class Source extends AbstractConfigSource {
        private static final long serialVersionUID = 1;

        private record Pattern(String name, String value) {}

        private final transient Map<String, String> exact;
        private final transient Map<String, List<Pattern>> byBeginning = new HashMap<>();

        Source(Map<String, String> defaults) {
            super("defaults by pattern", Integer.MIN_VALUE);
            this.exact = defaults;
            defaults.forEach((name, value) -> {
                if (isPattern(name)) {
                    byBeginning
                            .computeIfAbsent(name.substring(0, name.indexOf('*')), key -> new ArrayList<>())
                            .add(new Pattern(name, value));
                }
            });
        }

        /** As where they came from, patterns are no names of settings. */
        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getValue(String name) {
            if (exact.containsKey(name)) {
                return null;
            }
            for (Map.Entry<String, List<Pattern>> beginning : byBeginning.entrySet()) {
                if (name.startsWith(beginning.getKey())) {
                    for (Pattern pattern : beginning.getValue()) {
                        if (PropertyName.equals(pattern.name(), name)) {
                            return pattern.value();
                        }
                    }
                }
            }
            return null;
        }
    }
}
