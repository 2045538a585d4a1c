package org.parley.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.parley.setting.Rules;

/** How much of the record is kept in memory. */
@ConfigMapping(prefix = "parley.cache")
interface RecordCacheConfig {

    /** The size of the cache of records ({@link RecordCache}), in bytes of heap, of which it takes at most an eighth; 0 switches it off. */
    @WithDefault("16M")
    @WithConverter(Rules.Size.class)
    long records();
}
