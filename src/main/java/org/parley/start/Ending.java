package org.parley.start;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.bootstrap.logging.QuarkusDelayedHandler;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.Arrays;
import java.util.Set;
import java.util.logging.Handler;
import org.jboss.logging.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;

/**
 * Reports why a start ended: as plain text on stderr, or, if {@code parley.log.format} is {@code json}, as one JSON log line on stdout
 * for the log collector.
 */
final class Ending {
    private static final Logger LOG = Logger.getLogger(Parley.class);

    /** Same keys as {@code quarkus.log.console.json.excluded-keys} in application.properties, which applies once logging is set up. */
    static final Set<String> EXCLUDED =
            Set.of("loggerClassName", "sequence", "ndc", "processName", "processId", "threadId", "hostName");

    private Ending() {}

    /**
     * Drops the queued log lines of a start that fails before logging is set up. Quarkus would print them to the console in the JDK's
     * format, and they have nothing to do with the failure.
     */
    static void expect() {
        InitialConfigurator.DELAYED_HANDLER.setFilter(line -> !isMakeshift());
    }

    /** @param sentence one sentence, or line, for each error to fix */
    static void tell(String sentence) {
        if (isJson()) {
            setUp();
            LOG.error(sentence);
        } else {
            System.err.println(sentence);
            System.err.flush();
        }
    }

    /** Logs an unexpected failure with its stack trace. */
    static void tell(Throwable failure) {
        if (isJson()) {
            setUp();
        }
        InitialConfigurator.DELAYED_HANDLER.setFilter(null);
        LOG.error("Parley could not start", failure);
    }

    private static boolean isJson() {
        try {
            return new FirstLook(EnvironmentVariables.ofProcess())
                    .value("parley.log.format", "text")
                    .equalsIgnoreCase("json");
        } catch (RuntimeException e) {
            // The settings can't be read, and that is the error to report: as text.
            return false;
        }
    }

    /** Whether the console handler is not the configured one, but the JDK's, which Quarkus installs when a start fails early. */
    private static boolean isMakeshift() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .anyMatch(java.util.logging.ConsoleHandler.class::isInstance);
    }

    private static void setUp() {
        QuarkusDelayedHandler log = InitialConfigurator.DELAYED_HANDLER;
        if (!log.isActivated() || isMakeshift()) {
            JsonFormatter json = new JsonFormatter();
            json.setExcludedKeys(EXCLUDED);
            log.setHandlers(new Handler[] {new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, json)});
        }
        log.setFilter(null);
    }
}
