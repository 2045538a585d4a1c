package org.parley.operate;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.logging.Level;
import org.parley.setting.Rules;

/** How Parley logs. */
@Unremovable
@ConfigMapping(prefix = "parley.log")
public interface LogConfig {

    /** How a line of the log looks. */
    @WithDefault("text")
    @WithConverter(Format.Rule.class)
    Format format();

    /** The least level that is logged: TRACE and DEBUG tell more than INFO, WARN and ERROR less. */
    @WithDefault("INFO")
    @WithConverter(Rules.LogLevel.class)
    Level level();

    enum Format {
        /** For a person. */
        TEXT,
        /** One JSON object a line, for a collector of logs. */
        JSON;

        /** The word must be one of these. */
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
