package org.parley.graph;

import java.util.function.Supplier;

/**
 * What the execution of an operation stands in, such as a transaction: it begins before the first resolver is called and ends after
 * the last one, on the same thread. The engine uses the one bean of this type, if there is one.
 *
 * <p>Called by several threads at once, each with an operation of its own.
 */
public interface OperationScope {

    /** Where nothing stands around an execution. */
    OperationScope NONE = new OperationScope() {
        @Override
        public <A> A around(Operation operation, Supplier<A> execution) {
            return execution.get();
        }
    };

    /**
     * Calls the execution once, and returns what it returns.
     *
     * @param operation its type is known: query or mutation
     * @param execution throws {@link OutOfTime} if the operation was over before it was done, so that nothing of it is shown; what a
     *     mutation has changed is to be undone then
     * @throws RequestError whose code and sentence are then the answer
     */
    <A> A around(Operation operation, Supplier<A> execution);
}
