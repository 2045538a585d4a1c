package org.parley.engine;

/**
 * Executes operations that have passed all checks. The interface separates those from the way in which fields are resolved.
 * Thread-safe.
 */
interface Executor {

    /**
     * Returns once the operation is done; all of its resolvers run on the calling thread.
     *
     * @return as the GraphQL specification says: data, and an error for each field that failed
     * @throws org.parley.graph.OutOfTime if the operation was over before it was done
     */
    ExecutedOperation execute(PreparedOperation operation);

    /** What executing the operation may have to wait for. */
    Need need(PreparedOperation operation);
}
