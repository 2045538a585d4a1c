package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.setting.Rules;

/** Documents that a client names instead of sending them. */
@ConfigMapping(prefix = "parley.persisted-queries")
interface PersistedQueriesConfig {

    /**
     * How many characters the documents that clients have sent with their digest may have together, each counting as
     * {@value PersistedQueries#LEAST} at least; those used least make room for others.
     */
    @WithDefault("2000000")
    @WithConverter(Rules.LongZeroOrMore.class)
    long capacity();

    /**
     * A JSON file of the only documents that are answered; if left out, every document is. Either Apollo's manifest of
     * persisted queries, or an object that gives each document its name, as Relay's compiler and GraphQL Code Generator write.
     */
    Optional<@WithConverter(Rules.FilePath.class) Path> trusted();
}
