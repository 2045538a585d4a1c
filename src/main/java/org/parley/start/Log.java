package org.parley.start;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Drops two log lines that Quarkus prints at each start, the profile and the installed features: they never change. */
@LoggingFilter(name = "parley")
public final class Log implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        return !"io.quarkus".equals(line.getLoggerName())
                || !line.getMessage().startsWith("Profile")
                        && !line.getMessage().startsWith("Installed features");
    }
}
