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
 * Gives each execution what CDI keeps for one request, such as the rows and ids that were read, and ends it on the same thread: not
 * when the client goes away, in the midst of the operation, which would then have no database any more. Within it stands the scope
 * that another package brings, if one does.
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
