package org.parley.curator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import org.parley.setting.Rules;

/** Who may read the record. */
@ConfigMapping(prefix = "parley.reading")
interface Reading {

    @WithParentName
    @WithDefault("all")
    @WithConverter(By.Rule.class)
    By by();

    enum By {
        /** Everybody. */
        ALL,
        /** Who has the token of a curator; the role READER is enough. */
        TOKEN;

        /** Accepts the names of this enum, in any case. */
        public static final class Rule extends Rules.OneOf<By> {
            private static final long serialVersionUID = 1;

            public Rule() {
                super(By.class);
            }

            @Override
            public By convert(String value) {
                return given(value);
            }
        }
    }
}
