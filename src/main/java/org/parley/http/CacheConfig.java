package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import org.parley.setting.Rules;

/** How long clients may cache answers, and how many Parley caches itself. */
@ConfigMapping(prefix = "parley.cache")
interface CacheConfig {

    /**
     * Seconds for which a client may reuse an answer to GET before it must ask whether the record has changed; 0 or more. If left out, see
     * {@link MaxAge}.
     */
    Optional<@WithConverter(Rules.ZeroOrMore.class) Integer> maxAge();

    /** The size of the cache of answers ({@link KeptAnswers}), in bytes of heap, of which it takes at most an eighth; 0 switches it off. */
    @WithDefault("32M")
    @WithConverter(Rules.Size.class)
    long answers();
}
