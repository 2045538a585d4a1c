package org.parley.start;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.jboss.logging.Logger;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Tells why a start ended: to a person, or, where the log is JSON, to who collects it, as one line of it. */
final class Ending {
    private static final Logger LOG = Logger.getLogger(Parley.class);

    /** As application.properties has it for the lines of a log that is set up. */
    static final Set<String> EXCLUDED =
            Set.of("loggerClassName", "sequence", "ndc", "processName", "processId", "threadId", "hostName");

    private Ending() {}

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
        LOG.error("Parley could not start", failure);
    }

    private static boolean isJson() {
        try {
            return new FirstLook(Variables.ofProcess())
                    .value("parley.log.format", "text")
                    .equalsIgnoreCase("json");
        } catch (RuntimeException e) {
            // What is set can't be read, which is what is to be told.
            return false;
        }
    }

    /** Where a start fails before the log is set up, what it would have said until then is left out, but for what is wrong. */
    private static void setUp() {
        if (!InitialConfigurator.DELAYED_HANDLER.isActivated()) {
            JsonFormatter json = new JsonFormatter();
            json.setExcludedKeys(EXCLUDED);
            ConsoleHandler console = new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, json);
            console.setLevel(Level.WARNING);
            InitialConfigurator.DELAYED_HANDLER.setHandlers(new Handler[] {console});
        }
    }
}
