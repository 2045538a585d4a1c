package org.parley.start;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import io.smallrye.config.common.utils.StringUtil;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.graph.NearNames;

/**
 * The environment variables whose names begin with {@code PARLEY_}. Not all of them are settings. Kubernetes gives every pod variables
 * with the address of each Service in its namespace: a Service named {@code parley-http} becomes
 * {@code PARLEY_HTTP_PORT=tcp://10.0.0.1:80}. Users may also have variables of their own. Immutable.
 */
public final class EnvironmentVariables {
    private static final String OURS = "PARLEY_";

    /** The suffixes that Kubernetes and Docker append to the name of a Service, for the parts of its address. */
    private static final Pattern LINK = Pattern.compile(
            ".+_(SERVICE_HOST|SERVICE_PORT|SERVICE_PORT_.+|PORT_\\d+_(TCP|UDP|SCTP)(_PROTO|_PORT|_ADDR)?)");

    /** Either the address of a Service or a setting, such as PARLEY_HTTP_PORT: the value decides ({@link #ADDRESS}). */
    private static final Pattern LINK_OR_SETTING = Pattern.compile(".+_PORT");

    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://\\S+", Pattern.CASE_INSENSITIVE);

    /** The index suffix of a list setting that has one variable for each element: {@code PARLEY_HTTP_CORS_ORIGINS_0_}. */
    private static final Pattern ELEMENT = Pattern.compile("_\\d+_?$");

    /** The largest edit distance at which a name counts as a misspelt setting. */
    private static final int SLIPS = 2;

    /** The error lists at most this many suggestions. */
    private static final int FEW = 5;

    private final Map<String, String> environment;
    private final List<String> settings;

    /** @param settings the names of all settings, as environment variables */
    public EnvironmentVariables(Map<String, String> environment, List<String> settings) {
        this.environment = environment;
        this.settings = settings;
    }

    public static EnvironmentVariables ofProcess() {
        return new EnvironmentVariables(System.getenv(), Parley.SETTINGS);
    }

    /** Adds the default config sources to the builder, with {@link #values} instead of the process environment. */
    public void addTo(SmallRyeConfigBuilder builder) {
        builder.setAddDefaultSources(false)
                .setAddSystemSources(false)
                .addPropertiesSources()
                .withSources(new SysPropConfigSource(), new EnvConfigSource(values(), EnvConfigSource.ORDINAL))
                .withSources(new DotEnvConfigSourceProvider());
    }

    /** All variables except Service addresses that would be read as settings. Values of {@code PARLEY_} variables are trimmed. */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        environment.forEach((name, value) -> {
            String canonical = canonical(name);
            if (!LINK_OR_SETTING.matcher(canonical).matches() || !isLink(canonical, value)) {
                values.put(name, canonical.startsWith(OURS) ? value.strip() : value);
            }
        });
        return values;
    }

    /** One sentence, on its own line, for each variable that looks like a misspelt setting; empty if there is none. */
    public String misspelt() {
        return unknown(this::isNear)
                .map(name -> name + " is none of Parley's settings; " + meant(canonical(name)))
                .collect(Collectors.joining("\n"));
    }

    /** The sorted names of {@code PARLEY_} variables that are ignored: neither a setting, nor near one, nor a Service's address. */
    public List<String> passedOver() {
        return unknown(name -> !isNear(name)).toList();
    }

    private java.util.stream.Stream<String> unknown(Predicate<String> which) {
        return new TreeSet<>(environment.keySet()).stream().filter(name -> {
            String canonical = canonical(name);
            return canonical.startsWith(OURS)
                    && !settings.contains(ELEMENT.matcher(canonical).replaceFirst(""))
                    && !isLink(canonical, environment.get(name))
                    && which.test(canonical);
        });
    }

    /**
     * Whether Kubernetes or Docker set this variable to the address of a Service.
     *
     * @param value decides where the name could also be a setting's: {@code PARLEY_HTTP_PORT}
     */
    public static boolean isLink(String name, String value) {
        String canonical = canonical(name);
        return LINK.matcher(canonical).matches()
                || LINK_OR_SETTING.matcher(canonical).matches()
                        && ADDRESS.matcher(value).matches();
    }

    /** Whether the name begins like a group of settings, or is at most {@value #SLIPS} edits away from a setting. */
    private boolean isNear(String name) {
        return settings.stream()
                .anyMatch(setting -> name.startsWith(group(setting)) || NearNames.distance(name, setting) <= SLIPS);
    }

    /** The prefix that the settings of one group share: {@code PARLEY_LIMITS_}. The whole name if the setting is in no group. */
    private static String group(String setting) {
        int end = setting.indexOf('_', OURS.length());
        return end < 0 ? setting : setting.substring(0, end + 1);
    }

    private String meant(String name) {
        List<String> near = settings.stream()
                .filter(setting -> NearNames.distance(name, setting) <= SLIPS)
                .sorted(Comparator.comparing(setting -> NearNames.distance(name, setting)))
                .limit(1)
                .toList();
        if (near.isEmpty()) {
            near = settings.stream()
                    .filter(setting -> setting.startsWith(name) || name.startsWith(setting))
                    .toList();
        }
        if (near.isEmpty()) {
            near = settings.stream()
                    .filter(setting -> name.startsWith(group(setting)))
                    .toList();
        }
        return near.size() <= FEW
                ? "did you mean " + String.join(" or ", near) + "?"
                : "--help lists those that begin with " + group(near.get(0)) + ".";
    }

    /** The name in upper case, with underscores for all characters that are neither letters nor digits. */
    private static String canonical(String name) {
        return StringUtil.replaceNonAlphanumericByUnderscores(name).toUpperCase(Locale.ROOT);
    }
}
