package org.parley.limit;

import graphql.parser.ParserOptions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells the parser when to stop. SmallRye parses a document before it calls the engine, so that only a general rule helps. */
@ApplicationScoped
class ParserLimits {
    private final LimitsConfig limits;

    ParserLimits(LimitsConfig limits) {
        this.limits = limits;
    }

    void set(@Observes StartupEvent event) {
        ParserOptions options = ParserOptions.getDefaultOperationParserOptions()
                .transform(builder -> builder.maxCharacters(limits.documentCharacters())
                        .maxTokens(limits.documentTokens())
                        .maxWhitespaceTokens(limits.documentCharacters()));
        ParserOptions.setDefaultOperationParserOptions(options);
        ParserOptions.setDefaultParserOptions(options);
    }
}
