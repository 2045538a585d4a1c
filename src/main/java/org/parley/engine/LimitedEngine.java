package org.parley.engine;

import graphql.GraphQL;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.QueryCache;
import io.smallrye.graphql.spi.EventingService;
import org.parley.limit.OperationLimits;

/** Puts the limits into the engine, so that they hold on every way to it; found by the service loader. */
public class LimitedEngine implements EventingService {

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    /** SmallRye's own instrumentation is its cache of documents alone, which {@link DocumentCache} takes the place of. */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        QueryCache cache = (QueryCache) builder.build().getPreparsedDocumentProvider();
        return builder.preparsedDocumentProvider(new DocumentCache(cache))
                .queryExecutionStrategy(new TimedExecution())
                .instrumentation(Arc.container().instance(OperationLimits.class).get());
    }
}
