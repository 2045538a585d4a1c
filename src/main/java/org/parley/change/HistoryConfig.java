package org.parley.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.parley.setting.Rules;

/** What {@code @knownAt} may take. */
@ConfigMapping(prefix = "parley.history")
interface HistoryConfig {

    /** How many past records are kept in memory, each about as large as its rows three times; 0 allows none. */
    @WithDefault("2")
    @WithConverter(Rules.ZeroOrMore.class)
    int editions();

    /** How many records a past record may have. */
    @WithDefault("5000")
    @WithConverter(Rules.OneOrMore.class)
    int records();
}
