package org.parley.start;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.bootstrap.logging.QuarkusDelayedHandler;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.Arrays;
import java.util.Set;
import java.util.logging.Handler;
import org.jboss.logging.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Tells why a start ended: to a person, or, where the log is JSON, to who collects it, as one line of it. */
final class Ending {
    private static final Logger LOG = Logger.getLogger(Parley.class);

    /** As application.properties has it for the lines of a log that is set up. */
    static final Set<String> EXCLUDED =
            Set.of("loggerClassName", "sequence", "ndc", "processName", "processId", "threadId", "hostName");

    private Ending() {}

    /**
     * Where a start fails before the log is set up, Quarkus dumps on the console, in a form of the JDK's, what its parts had to say
     * until then. That is about nothing that is wrong.
     */
    static void expect() {
        InitialConfigurator.DELAYED_HANDLER.setFilter(line -> !isMakeshift());
    }

    /** @param sentence one for each thing to mend */
    static void tell(String sentence) {
        if (isJson()) {
            setUp();
            LOG.error(sentence);
        } else {
            System.err.println(sentence);
            System.err.flush();
        }
    }

    /** For what nobody foresaw. */
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
            // What is set can't be read, which is what is to be told.
            return false;
        }
    }

    /** Whether the log is not set up as the settings have it, but as Quarkus has it for a start that fails. */
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
