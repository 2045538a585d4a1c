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
 * What the settings come to where nobody changes them: made when the executable is built. The configuration library would make it
 * at each start out of some 600 names.
 *
 * <p>The library maps settings to objects, each of which has all settings that begin alike. At build time it is noted which names
 * the library asks for to make each object. At a start an object is made anew if any of these names, or one that begins as its
 * settings do, is in the environment, among the system properties, or in a file. All are, if a setting of the parts below Parley
 * is there, by which one may change what stands for what.
 *
 * <p>Found by the service loader. Outside the executable it does nothing.
 */
public class BuiltSettings implements SmallRyeConfigBuilderCustomizer {
    private static final String PARTS = "QUARKUS_";
    private static final String OURS = "PARLEY_";

    /** What may change the meaning of other settings, or is read as a list of all names that begin so. */
    private static final List<String> ALL = List.of(PARTS, "SMALLRYE_", "MP_", "OTEL_");

    private static final String TRACES = "QUARKUS_OTEL_";

    /** How the name of a setting begins that holds for some profiles alone: {@code %dev,test.}. */
    private static final String OF_PROFILES = "%";

    private static final Logger LOG = Logger.getLogger(BuiltSettings.class.getName());

    /** Null outside the executable. */
    static Made made;

    /** How many objects this start has not made. */
    private static int taken;

    /** Makes them when the executable is built, once the settings of its build are known. */
    @Singleton
    static class Build {
        void begin(@Observes @Initialized(ApplicationScoped.class) Object beforeTheStart) {
            if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
                made = Made.now();
                // A start sets it anew in every category of the log if it is another one.
                Logger.getLogger("")
                        .setLevel(made.object(LogRuntimeConfig.class).level());
            }
        }

        void tell(@Observes StartupEvent start) {
            LOG.log(Level.FINE, "{0} objects of settings were made when the program was built", taken);
        }
    }

    /** After all others, which bring mappings and defaults. */
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

    /** As a variable of the environment has it. */
    private static String canonical(String name) {
        return StringUtil.replaceNonAlphanumericByUnderscores(name).toUpperCase(Locale.ROOT);
    }

    /**
     * What is still to be mapped: the builder's own set, less what is fixed by a build, which Quarkus hands over made, and lists here
     * all the same.
     */
    private static Set<ConfigClass> toBeMade(SmallRyeConfigBuilder builder) {
        Set<ConfigClass> mappings = builder.getMappingsBuilder().getMappings();
        // Not by removeAll: the map of what is made compares keys by identity.
        builder.getMappingsBuilder().getMappingsInstances().keySet().forEach(mappings::remove);
        return mappings;
    }

    /** @param beginning of all settings of the object, in their canonical form */
    record Mapped(String beginning, Object object) {}

    /**
     * @param objects by what they are mapped from
     * @param readers those that were made by asking for a name, in its canonical form
     * @param profiles of the program, in the form that begins the canonical form of a name that holds for one alone
     * @param properties the system properties that the program sets for its parts, before it reads any setting
     * @param sources the names of those that are in the program
     */
    record Made(
            Map<ConfigClass, Mapped> objects,
            Map<String, Set<ConfigClass>> readers,
            List<String> profiles,
            Map<String, String> properties,
            Set<String> sources) {

        /** As {@code io.quarkus.runtime.generated.Config} makes them at a start, but of what is in the program alone. */
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
                        // Its own are known by their beginning, and those of a profile are looked at without it.
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

        /** The object of this type, of which there is one. */
        <T> T object(Class<T> type) {
            return objects.entrySet().stream()
                    .filter(entry -> entry.getKey().getType() == type)
                    .map(entry -> type.cast(entry.getValue().object))
                    .findFirst()
                    .orElseThrow();
        }

        /** The canonical form of a name, without the profile that it may hold for alone. */
        String plain(String name) {
            String canonical = canonical(name);
            for (String profile : profiles) {
                if (canonical.startsWith(profile)) {
                    return canonical.substring(profile.length());
                }
            }
            return canonical;
        }

        /** Whether all objects are to be made anew where this is set. */
        static boolean isOfParts(String name) {
            return ALL.stream().anyMatch(name::startsWith);
        }

        /** Whether the program has set what it had set when it was built. */
        boolean isSet() {
            return properties.entrySet().stream()
                    .allMatch(property -> property.getValue().equals(System.getProperty(property.getKey())));
        }

        /** What may come to something else by one of these, in their canonical form. */
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

    /** Has no values, and notes for which names it was asked. */
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

    /** Decides, once the sources of a start are known, which objects are taken from build time. */
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

        /** Null if none can be taken. */
        private static Set<ConfigClass> changed(ConfigSourceContext context) {
            Set<String> set = new HashSet<>();
            for (ConfigSource source : context.getConfigSources()) {
                if (!made.sources.contains(source.getName())) {
                    for (String name : source.getPropertyNames()) {
                        if (name.startsWith("parley.")
                                && !name.equals(Tuning.OFF)
                                && !(source instanceof EnvConfigSource)) {
                            // The library tells of one that is misspelt, but not of variables, which Parley.main does.
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
