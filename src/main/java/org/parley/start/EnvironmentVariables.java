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
 * The variables of the environment whose names begin as those of Parley's settings do. Not all are settings: for each Service of a
 * namespace Kubernetes tells every pod its addresses, as {@code PARLEY_HTTP_PORT=tcp://10.0.0.1:80} of one that is named
 * {@code parley-http}, and whoever runs Parley may have variables of his own.
 */
public final class EnvironmentVariables {
    private static final String OURS = "PARLEY_";

    /** As Kubernetes and Docker name the parts of a Service's address, after the Service's own name. */
    private static final Pattern LINK = Pattern.compile(
            ".+_(SERVICE_HOST|SERVICE_PORT|SERVICE_PORT_.+|PORT_\\d+_(TCP|UDP|SCTP)(_PROTO|_PORT|_ADDR)?)");

    /** What ends as the name of a setting may is known by its value. */
    private static final Pattern LINK_OR_SETTING = Pattern.compile(".+_PORT");

    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://\\S+", Pattern.CASE_INSENSITIVE);

    /** What stands behind the name of a list where each element has a variable: {@code PARLEY_HTTP_CORS_ORIGINS_0_}. */
    private static final Pattern ELEMENT = Pattern.compile("_\\d+_?$");

    /** So many letters of a name may be wrong. */
    private static final int SLIPS = 2;

    /** So many names are told where none is near. */
    private static final int FEW = 5;

    private final Map<String, String> environment;
    private final List<String> settings;

    /** @param settings the names of all */
    public EnvironmentVariables(Map<String, String> environment, List<String> settings) {
        this.environment = environment;
        this.settings = settings;
    }

    public static EnvironmentVariables ofProcess() {
        return new EnvironmentVariables(System.getenv(), Parley.SETTINGS);
    }

    /** Makes the settings of a start, or of whoever asks for them only, out of these variables in the place of the environment's. */
    public void addTo(SmallRyeConfigBuilder builder) {
        builder.setAddDefaultSources(false)
                .setAddSystemSources(false)
                .addPropertiesSources()
                .withSources(new SysPropConfigSource(), new EnvConfigSource(values(), EnvConfigSource.ORDINAL))
                .withSources(new DotEnvConfigSourceProvider());
    }

    /** All variables, less the addresses of Services that would be taken for settings; no blanks stand around a setting's value. */
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

    /** A sentence for each variable that must be a misspelt setting; empty if there is none. */
    public String misspelt() {
        return unknown(this::isNear)
                .map(name -> name + " is none of Parley's settings; " + meant(canonical(name)))
                .collect(Collectors.joining("\n"));
    }

    /** The names, in their order, of variables that are no settings, and that nothing else is known of. */
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

    /** Whether the variable tells where a Service is. */
    public static boolean isLink(String name, String value) {
        String canonical = canonical(name);
        return LINK.matcher(canonical).matches()
                || LINK_OR_SETTING.matcher(canonical).matches()
                        && ADDRESS.matcher(value).matches();
    }

    /** Whether it is of a group of settings, or all but spelt as one. */
    private boolean isNear(String name) {
        return settings.stream()
                .anyMatch(setting -> name.startsWith(group(setting)) || NearNames.distance(name, setting) <= SLIPS);
    }

    /** The beginning that a setting shares with those beside it: {@code PARLEY_LIMITS_}. */
    private static String group(String setting) {
        return setting.substring(0, setting.indexOf('_', OURS.length()) + 1);
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

    /** As a variable of a setting is written. */
    private static String canonical(String name) {
        return StringUtil.replaceNonAlphanumericByUnderscores(name).toUpperCase(Locale.ROOT);
    }
}
