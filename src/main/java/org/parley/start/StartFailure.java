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

/** Explains a failed start to the person who started it. Immutable. */
public final class StartFailure {
    /** An error message of SmallRye Config about a wrong value: the property, its value and the reason. */
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

    /** One sentence, on its own line, for each error to fix; empty if the cause is unknown and a stack trace is needed. */
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

    /** A wrong value may be reported twice, for Parley's property and for the Quarkus property derived from it. Parley's is reported. */
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
            // Messages of Parley's own rules begin with "must" and continue the sentence after the property's name.
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

    /** The property without a profile prefix such as {@code %prod.}, followed by its environment variable if it is Parley's. */
    static String named(String setting) {
        String property = setting.replaceFirst("^%[^.]+\\.", "");
        return property.startsWith("parley.")
                ? property + " (" + property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ")"
                : property;
    }
}
