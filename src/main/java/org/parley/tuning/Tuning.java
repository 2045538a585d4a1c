package org.parley.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The switch of each tuning. All are on, except those that the system property {@value #OFF} names:
 * {@code -Dparley.tunings.off=built-settings,early-opening}, or {@code -Dparley.tunings.off=all} for all. The property is meant for
 * tests and {@code bench/tunings}, and is not one of Parley's settings. The executable reads it at each start.
 */
enum Tuning {
    DISABLED_TELEMETRY,
    PARSER_WARM_UP,
    BUILT_SETTINGS,
    EARLY_OPENING,
    ENDED_SOCKETS;

    static final String OFF = "parley.tunings.off";

    private static final String ALL = "all";

    /** @throws IllegalArgumentException if the property names a tuning that does not exist */
    boolean isOn() {
        String property = System.getProperty(OFF, "");
        if (property.isBlank()) {
            return true;
        }
        List<String> off = Arrays.asList(property.strip().split("\\s*,\\s*"));
        for (String name : off) {
            if (!name.equals(ALL) && Arrays.stream(values()).noneMatch(tuning -> tuning.is(name))) {
                throw new IllegalArgumentException(
                        OFF + " must name tunings (" + names() + "), or " + ALL + ", not \"" + name + "\"");
            }
        }
        return off.stream().noneMatch(name -> name.equals(ALL) || is(name));
    }

    private boolean is(String name) {
        return name.equals(toString());
    }

    private static String names() {
        return Arrays.stream(values()).map(Tuning::toString).collect(Collectors.joining(", "));
    }

    /** The name in the property: {@code early-opening}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
