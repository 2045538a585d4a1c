package org.parley.engine;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.parley.graph.Operation;
import org.parley.graph.OperationScope;

/**
 * Executes each operation in a CDI request context of its own, which holds, for example, the rows and ids that were read. The context
 * ends on the executing thread, after the execution. If it ended when the client disconnects, a running operation would lose its
 * database connection. Inside it runs the scope of another package, if there is one.
 */
@Singleton
@Typed(RequestContextScope.class)
final class RequestContextScope implements OperationScope {
    private final OperationScope inner;

    RequestContextScope(Instance<OperationScope> inner) {
        this.inner = inner.isUnsatisfied() ? NONE : inner.get();
    }

    @Override
    public <A> A around(Operation operation, Supplier<A> execution) {
        ManagedContext ofRequest = Arc.container().requestContext();
        InjectableContext.ContextState before = ofRequest.getStateIfActive();
        ofRequest.activate();
        try {
            return inner.around(operation, execution);
        } finally {
            ofRequest.terminate();
            if (before != null) {
                ofRequest.activate(before);
            }
        }
    }
}
