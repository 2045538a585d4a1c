package org.parley.tuning;

import io.smallrye.config.DefaultValuesConfigSource;
import io.smallrye.config.PropertyName;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.common.AbstractConfigSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The defaults of the settings, in the place of those of the configuration library, which holds patterns, such as
 * {@code quarkus.log.category.*.level}, in a hash table in which nearly all have the same hash, and so compares each setting that
 * has no value, some hundreds at each start, with every pattern. Here a setting is compared with those alone that begin as it does.
 */
final class Defaults extends AbstractConfigSource {
    private static final long serialVersionUID = 1;

    private record Pattern(String name, String value) {}

    private final transient Map<String, String> exact;
    private final transient Map<String, List<Pattern>> byBeginning = new HashMap<>();

    private Defaults(Map<String, String> defaults) {
        super(DefaultValuesConfigSource.NAME, DefaultValuesConfigSource.ORDINAL);
        exact = new HashMap<>(defaults);
        defaults.forEach((name, value) -> {
            int star = name.indexOf('*');
            if (star >= 0) {
                exact.remove(name);
                byBeginning
                        .computeIfAbsent(name.substring(0, star), beginning -> new ArrayList<>())
                        .add(new Pattern(name, value));
            }
        });
    }

    /** Takes over all that the builder has by now. */
    static void of(SmallRyeConfigBuilder builder) {
        Defaults defaults = new Defaults(builder.getDefaultValues());
        builder.getDefaultValues().clear();
        builder.withSources(defaults);
    }

    /** Patterns are no names of settings. */
    @Override
    public Set<String> getPropertyNames() {
        return exact.keySet();
    }

    @Override
    public String getValue(String name) {
        String value = exact.get(name);
        if (value != null) {
            return value;
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
