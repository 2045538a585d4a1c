package org.parley.graph;

import java.util.function.Supplier;

/**
 * Wraps the execution of an operation, for example in a transaction: it begins before the first resolver is called and ends after
 * the last one, on the same thread. The engine uses the bean of this type, if there is one.
 *
 * <p>Thread-safe: several threads call it at once, each with its own operation.
 */
public interface OperationScope {

    /** Executes without any wrapping. */
    OperationScope NONE = new OperationScope() {
        @Override
        public <A> A around(Operation operation, Supplier<A> execution) {
            return execution.get();
        }
    };

    /**
     * Calls the execution once, and returns its result.
     *
     * @param operation its type, query or mutation, is known
     * @param execution throws {@link OutOfTime} if the operation was over before it was done: then nothing of it is sent, and the
     *                  scope must roll back what a mutation has changed
     * @throws RequestError the client gets its code and message
     */
    <A> A around(Operation operation, Supplier<A> execution);
}
