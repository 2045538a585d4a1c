package org.parley.start;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Leaves out what Quarkus says at each start beside where it listens: its profile and its features, which never change. */
@LoggingFilter(name = "parley")
public final class Log implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        return !"io.quarkus".equals(line.getLoggerName())
                || !line.getMessage().startsWith("Profile")
                        && !line.getMessage().startsWith("Installed features");
    }
}
