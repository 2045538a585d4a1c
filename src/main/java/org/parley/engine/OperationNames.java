package org.parley.engine;

import graphql.GraphQL;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition;
import io.smallrye.graphql.spi.EventingService;
import java.util.Locale;
import org.parley.graph.Operation;

/** Tells each operation its name and type as its valid document has them. Found by the service loader. */
public class OperationNames implements EventingService {

    /** Always on. */
    @Override
    public String getConfigKey() {
        return null;
    }

    /** First in the chain, so that an operation which a later part refuses has its name. */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        return builder.instrumentation(
                new ChainedInstrumentation(new Naming(), builder.build().getInstrumentation()));
    }

    private static final class Naming extends SimplePerformantInstrumentation {
        @Override
        public ExecutionContext instrumentExecutionContext(
                ExecutionContext context, InstrumentationExecutionParameters parameters, InstrumentationState state) {
            OperationDefinition definition = context.getOperationDefinition();
            Operation.current()
                    .runs(definition.getName(), definition.getOperation().name().toLowerCase(Locale.ROOT));
            return context;
        }
    }
}
