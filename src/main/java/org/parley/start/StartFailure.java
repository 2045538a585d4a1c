package org.parley.start;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why the start ended, for the person who started it. */
public final class StartFailure {
    /** How the configuration library tells of values: a property, its value, and what is wrong with it. */
    private static final Pattern NOT_CONVERTED = Pattern.compile(
            "config property (\\S+) with the config value \"(.*)\" threw an Exception whilst being converted (?:SRCFG\\d+: )?(.*)",
            Pattern.DOTALL);

    private static final Pattern EMPTY = Pattern.compile(
            "config property (\\S+) (?:is defined as the empty String|with the config value \"\\s*\" was converted to null)");

    private static final Pattern UNKNOWN_EXPRESSION =
            Pattern.compile("Could not expand value (\\S+) in property (\\S+)");

    private static final Pattern UNKNOWN = Pattern.compile("(parley\\.\\S*) in \\S+ does not map to any root");

    private final Throwable failure;

    public StartFailure(Throwable failure) {
        this.failure = failure;
    }

    /** One sentence for each thing to mend; empty if only a stack trace can tell. */
    public Optional<String> sentence() {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigValidationException settings) {
                return Optional.of(wrongSettings(settings));
            }
            if (cause instanceof ConfigurationException told) {
                return Optional.of(told.getMessage());
            }
            if (cause instanceof QuarkusBindException port && QuarkusBindException.isKnownHost(port.getHost())) {
                return Optional.of("Port " + port.getPort() + " is in use by another process. Stop that one, or set"
                        + " parley.http.port to another port.");
            }
            if (cause instanceof QuarkusBindException address) {
                return Optional.of(
                        "Parley can't listen on " + address.getHost() + ", port " + address.getPort()
                                + ". Set parley.http.host to an address of this machine, and parley.http.port to a port that is free.");
            }
            if (cause instanceof UnknownHostException) {
                return Optional.of(unknownHost(cause.getMessage()));
            }
            if (cause instanceof NoSuchElementException
                    && cause.getMessage() != null
                    && UNKNOWN_EXPRESSION.matcher(cause.getMessage()).find()) {
                return Optional.of(wrongSetting(cause.getMessage()));
            }
        }
        return Optional.empty();
    }

    static String unknownHost(String host) {
        return "parley.http.host names no address of this machine: " + host;
    }

    /** The same value may fail twice, for Parley's property and for the one that is set from it. */
    private static String wrongSettings(ConfigValidationException settings) {
        TreeSet<String> own = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        for (int i = 0; i < settings.getProblemCount(); i++) {
            String problem = settings.getProblem(i).getMessage();
            String sentence = wrongSetting(problem);
            (sentence.startsWith("parley.") ? own : others).add(sentence);
        }
        return String.join("\n", own.isEmpty() ? others : own);
    }

    private static String wrongSetting(String problem) {
        Matcher value = NOT_CONVERTED.matcher(problem);
        if (value.find()) {
            // The rules of Parley's own settings go on where the name ends.
            return named(value.group(1))
                    + (value.group(3).startsWith("must ")
                            ? " " + value.group(3)
                            : " can't be \"" + value.group(2) + "\": " + value.group(3));
        }
        Matcher empty = EMPTY.matcher(problem);
        if (empty.find()) {
            return named(empty.group(1)) + " is set to nothing. Give it a value, or leave it out.";
        }
        Matcher expression = UNKNOWN_EXPRESSION.matcher(problem);
        if (expression.find()) {
            return named(expression.group(2)) + " names ${" + expression.group(1) + "}, which is not set.";
        }
        Matcher unknown = UNKNOWN.matcher(problem);
        return unknown.find() ? unknown.group(1) + " is none of Parley's settings; --help lists them." : problem;
    }

    /** With its variable, if it is one of Parley's; without the profile that it was set for. */
    static String named(String setting) {
        String property = setting.replaceFirst("^%[^.]+\\.", "");
        return property.startsWith("parley.")
                ? property + " (" + property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ")"
                : property;
    }
}
