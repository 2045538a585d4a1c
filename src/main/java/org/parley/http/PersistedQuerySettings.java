package org.parley.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.PositiveOrZero;
import java.nio.file.Path;
import java.util.Optional;

/** Documents that a client names instead of sending them. */
@ConfigMapping(prefix = "parley.persisted-queries")
interface PersistedQuerySettings {

    /**
     * How many characters the documents that clients have sent with their digest may have together, each counting as
     * {@value PersistedQueries#LEAST} at least; those used least make room for others.
     */
    @WithDefault("2000000")
    @PositiveOrZero
    long capacity();

    /**
     * A JSON file of the only documents that are answered; if left out, every document is. Either Apollo's manifest of
     * persisted queries, or an object that gives each document its name, as Relay's compiler and GraphQL Code Generator write.
     */
    Optional<Path> trusted();
}
