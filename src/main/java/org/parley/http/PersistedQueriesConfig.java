package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.setting.Rules;

/** Documents that clients name instead of sending them. */
@ConfigMapping(prefix = "parley.persisted-queries")
interface PersistedQueriesConfig {

    /**
     * The size of the cache of documents that clients have sent with their SHA-256, in characters. Each document counts at least {@value
     * PersistedQueries#LEAST}; the least used ones are evicted.
     */
    @WithDefault("2000000")
    @WithConverter(Rules.LongZeroOrMore.class)
    long capacity();

    /**
     * A JSON file with the only documents that are answered; if left out, every document is. Its format is Apollo's manifest of persisted
     * queries, or an object from id to document, as Relay's compiler and GraphQL Code Generator write.
     */
    Optional<@WithConverter(Rules.FilePath.class) Path> trusted();
}
