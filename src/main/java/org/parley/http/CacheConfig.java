package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.parley.setting.Rules;

/** How long an answer may be used again. */
@ConfigMapping(prefix = "parley.cache")
interface CacheConfig {

    /** For how many seconds a client may use an answer to GET again without asking whether the record has changed. */
    @WithDefault("60")
    @WithConverter(Rules.ZeroOrMore.class)
    int maxAge();
}
