package org.parley.engine;

import graphql.ExecutionResult;

/** Executes operations: the seam between all that is judged before and how fields are then resolved. Thread-safe. */
interface Executor {

    /**
     * Returns once the operation is done; all of its resolvers run on the calling thread.
     *
     * @return by the specification's rules: data, and an error for each field that failed
     * @throws org.parley.graph.OutOfTime if the operation was over before it was done
     */
    ExecutionResult execute(PreparedOperation operation);
}
