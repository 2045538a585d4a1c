package org.parley.tuning;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.logging.LogRuntimeConfig;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.SysPropConfigSource;
import io.smallrye.config.common.AbstractConfigSource;
import io.smallrye.config.common.utils.StringUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.parley.operate.DerivedSettings;
import org.parley.start.EnvironmentVariables;

/**
 * Creates the config mapping objects when the executable is built, and reuses them at each start unless a setting has changed.
 * Otherwise SmallRye Config would create all of them at each start, out of some 600 names.
 *
 * <p>SmallRye Config maps all settings that share a prefix to one object. The build records which names are read to create each
 * object. At a start an object is created again if one of these names, or any name with the object's prefix, is set in the
 * environment, in the system properties or in a file. All objects are created again if a setting is found that can change the
 * meaning of others ({@link #ALL}).
 *
 * <p>Loaded by {@code ServiceLoader}. Outside the executable it does nothing. Not thread-safe.
 */
public class BuiltSettings implements SmallRyeConfigBuilderCustomizer {
    private static final String PARTS = "QUARKUS_";
    private static final String OURS = "PARLEY_";

    /**
     * Prefixes of settings that can change the meaning of others, or that a library reads by iterating over all names with the prefix.
     * In the form of environment variables.
     */
    private static final List<String> ALL = List.of(PARTS, "SMALLRYE_", "MP_", "OTEL_");

    private static final String TRACES = "QUARKUS_OTEL_";

    /** The first character of the name of a setting that applies in some profiles only: {@code %dev,test.}. */
    private static final String OF_PROFILES = "%";

    private static final Logger LOG = Logger.getLogger(BuiltSettings.class.getName());

    /** Created by the build and stored in the executable's image heap; null outside the executable. */
    static Made made;

    /** The number of objects that this start has reused. */
    private static int taken;

    /** Creates the objects when the executable is built, once the settings of the build are known. */
    @Singleton
    static class Build {
        void begin(@Observes @Initialized(ApplicationScoped.class) Object beforeTheStart) {
            if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
                made = Made.now();
                // Changing the root logger's level updates every log category. A start at the default level need not.
                Logger.getLogger("")
                        .setLevel(made.object(LogRuntimeConfig.class).level());
            }
        }

        void tell(@Observes StartupEvent start) {
            LOG.log(Level.FINE, "{0} objects of settings were made when the program was built", taken);
        }
    }

    /** Runs last, after the customizers that add mappings and defaults. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (made != null && Tuning.BUILT_SETTINGS.isOn()) {
            builder.withSources(new Choice(builder));
        }
    }

    /** The name in the form of an environment variable. */
    private static String canonical(String name) {
        return StringUtil.replaceNonAlphanumericByUnderscores(name).toUpperCase(Locale.ROOT);
    }

    /**
     * The mappings that have no object yet. This is the builder's own mutable set. Mappings that are fixed at build time are removed from
     * it: Quarkus registers their objects, but lists them here too.
     */
    private static Set<ConfigClass> toBeMade(SmallRyeConfigBuilder builder) {
        Set<ConfigClass> mappings = builder.getMappingsBuilder().getMappings();
        // Not removeAll, which may call contains on the other set: that one compares keys by identity.
        builder.getMappingsBuilder().getMappingsInstances().keySet().forEach(mappings::remove);
        return mappings;
    }

    /** @param beginning the prefix of the object's settings, in canonical form: {@code QUARKUS_HTTP_} */
    record Mapped(String beginning, Object object) {}

    /**
     * What the build has created.
     *
     * @param objects by mapping
     * @param readers for each name in canonical form, the mappings of other prefixes that read it
     * @param profiles the canonical prefix of names that apply in one active profile only: {@code _PROD_} for {@code %prod.}
     * @param properties the system properties with a prefix of {@link #ALL} that Quarkus sets before it reads any setting
     * @param sources the names of the config sources inside the program
     */
    record Made(
            Map<ConfigClass, Mapped> objects,
            Map<String, Set<ConfigClass>> readers,
            List<String> profiles,
            Map<String, String> properties,
            Set<String> sources) {

        /** Creates the objects as Quarkus's generated code does at a start, but only from the config sources inside the program. */
        static Made now() {
            SmallRyeConfigBuilder builder = ofProgram();
            Noting noting = new Noting();
            Map<String, String> properties = new HashMap<>();
            for (String name : System.getProperties().stringPropertyNames()) {
                if (isOfParts(canonical(name))) {
                    properties.put(name, System.getProperty(name));
                }
            }
            List<ConfigClass> mappings = new ArrayList<>();
            builder.withCustomizers(new SmallRyeConfigBuilderCustomizer() {
                @Override
                public int priority() {
                    return Integer.MAX_VALUE;
                }

                @Override
                public void configBuilder(SmallRyeConfigBuilder builder) {
                    builder.setAddDefaultSources(false)
                            .setAddSystemSources(false)
                            .setAddPropertiesSources(false)
                            .withValidateUnknown(false)
                            .withValidator(ConfigValidator.EMPTY)
                            .withSources(noting)
                            .withSources(new PropertiesConfigSource(
                                    properties, "set by the program", SysPropConfigSource.ORDINAL));
                    builder.getSourceProviders().clear();
                    mappings.addAll(toBeMade(builder));
                    builder.getMappingsBuilder().getMappings().clear();
                }
            });
            SmallRyeConfig config = builder.build();
            List<String> profiles = config.getProfiles().stream()
                    .map(profile -> canonical(OF_PROFILES + profile + "."))
                    .toList();
            Map<ConfigClass, Mapped> objects = new HashMap<>();
            Map<String, Set<ConfigClass>> readers = new HashMap<>();
            for (ConfigClass mapping : mappings) {
                String beginning = canonical(mapping.getPrefix() + ".");
                if (!beginning.equals(PARTS) && !beginning.equals(OURS)) {
                    noting.asked.clear();
                    ConfigMappings.registerConfigMappings(config, Set.of(mapping));
                    objects.put(
                            mapping,
                            new Mapped(beginning, config.getConfigMapping(mapping.getType(), mapping.getPrefix())));
                    for (String asked : noting.asked) {
                        String name = canonical(asked);
                        // Names with the mapping's prefix are found by it; names of a profile are compared without it.
                        if (!name.startsWith(beginning) && profiles.stream().noneMatch(name::startsWith)) {
                            readers.computeIfAbsent(name, key -> new HashSet<>())
                                    .add(mapping);
                        }
                    }
                }
            }
            Set<String> sources = new HashSet<>();
            config.getConfigSources().forEach(source -> sources.add(source.getName()));
            return new Made(objects, readers, profiles, properties, sources);
        }

        static SmallRyeConfigBuilder ofProgram() {
            SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
            try {
                ((SmallRyeConfigBuilderCustomizer) Class.forName(
                                        "io.quarkus.runtime.generated.RunTimeConfig",
                                        true,
                                        Thread.currentThread().getContextClassLoader())
                                .getConstructor()
                                .newInstance())
                        .configBuilder(builder);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The settings of the program can't be found", e);
            }
            return builder;
        }

        /** The only object of this type. */
        <T> T object(Class<T> type) {
            return objects.entrySet().stream()
                    .filter(entry -> entry.getKey().getType() == type)
                    .map(entry -> type.cast(entry.getValue().object))
                    .findFirst()
                    .orElseThrow();
        }

        /** The canonical form of a name, without the prefix of an active profile. */
        String plain(String name) {
            String canonical = canonical(name);
            for (String profile : profiles) {
                if (canonical.startsWith(profile)) {
                    return canonical.substring(profile.length());
                }
            }
            return canonical;
        }

        /**
         * Whether all objects must be created again if this is set.
         *
         * @param name in canonical form
         */
        static boolean isOfParts(String name) {
            return ALL.stream().anyMatch(name::startsWith);
        }

        /** Whether the {@link #properties} still have the values of the build. */
        boolean isSet() {
            return properties.entrySet().stream()
                    .allMatch(property -> property.getValue().equals(System.getProperty(property.getKey())));
        }

        /**
         * The mappings whose objects may differ if these are set.
         *
         * @param names in canonical form
         */
        Set<ConfigClass> changedBy(Set<String> names) {
            Set<ConfigClass> changed = new HashSet<>();
            for (String name : names) {
                changed.addAll(readers.getOrDefault(name, Set.of()));
                objects.forEach((mapping, mapped) -> {
                    if (name.startsWith(mapped.beginning)) {
                        changed.add(mapping);
                    }
                });
            }
            return changed;
        }
    }

    /** A config source without values that records the names it is asked for. */
    private static final class Noting extends AbstractConfigSource {
        private static final long serialVersionUID = 1;

        private final transient Set<String> asked = new HashSet<>();

        Noting() {
            super("noting", Integer.MAX_VALUE);
        }

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getValue(String name) {
            asked.add(name);
            return null;
        }
    }

    /** Decides which objects are reused, once the config sources of a start are known. */
    private record Choice(SmallRyeConfigBuilder builder) implements ConfigSourceFactory {
        private static final ConfigSource NOTHING_UNKNOWN = new PropertiesConfigSource(
                Map.of("smallrye.config.mapping.validate-unknown", "false"), "all names are known", 0);

        @Override
        public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
            Set<ConfigClass> changed = changed(context);
            if (changed == null) {
                return List.of();
            }
            Set<ConfigClass> mappings = toBeMade(builder);
            taken = 0;
            Map<ConfigClass, Object> instances = builder.getMappingsBuilder().getMappingsInstances();
            made.objects.forEach((mapping, mapped) -> {
                if (!changed.contains(mapping) && mappings.remove(mapping)) {
                    instances.put(mapping, mapped.object);
                    taken++;
                }
            });
            return List.of(NOTHING_UNKNOWN);
        }

        /** The mappings whose objects must be created again; null if no object can be reused. */
        private static Set<ConfigClass> changed(ConfigSourceContext context) {
            Set<String> set = new HashSet<>();
            for (ConfigSource source : context.getConfigSources()) {
                if (!made.sources.contains(source.getName())) {
                    for (String name : source.getPropertyNames()) {
                        if (name.startsWith("parley.")
                                && !name.equals(Tuning.OFF)
                                && !(source instanceof EnvConfigSource)) {
                            // SmallRye Config needs all mappings to report a misspelt property. Parley.main
                            // reports misspelt variables.
                            return null;
                        }
                        boolean isLink = source instanceof EnvConfigSource && EnvironmentVariables.isLink(name, "");
                        if (!isLink && !made.properties.containsKey(name)) {
                            set.add(made.plain(name));
                        }
                    }
                }
            }
            if (!made.isSet() || set.stream().anyMatch(Made::isOfParts)) {
                return null;
            }
            for (ConfigSource source : new DerivedSettings().getConfigSources(context)) {
                source.getPropertyNames().forEach(name -> set.add(canonical(name)));
            }
            return set.stream().anyMatch(name -> name.startsWith(TRACES)) ? null : made.changedBy(set);
        }
    }
}
