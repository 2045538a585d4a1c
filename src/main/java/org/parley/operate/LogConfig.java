package org.parley.operate;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.logging.Level;
import org.parley.setting.Rules;

/** How Parley logs. */
@Unremovable
@ConfigMapping(prefix = "parley.log")
public interface LogConfig {

    /** The format of the log's lines. */
    @WithDefault("text")
    @WithConverter(Format.Rule.class)
    Format format();

    /** The lowest level that is logged: TRACE and DEBUG log more than INFO, WARN and ERROR less. */
    @WithDefault("INFO")
    @WithConverter(Rules.LogLevel.class)
    Level level();

    /**
     * The lowest level of lines about operations that is logged: INFO for all, WARN for those that failed; if left out, {@link #level}.
     */
    Optional<@WithConverter(Rules.LogLevel.class) Level> operations();

    enum Format {
        /** Plain text. */
        TEXT,
        /** One JSON object per line, for a log collector. */
        JSON;

        /** Accepts the names of this enum, in any case. */
        public static final class Rule extends Rules.OneOf<Format> {
            private static final long serialVersionUID = 1;

            public Rule() {
                super(Format.class);
            }

            @Override
            public Format convert(String value) {
                return given(value);
            }
        }
    }
}
