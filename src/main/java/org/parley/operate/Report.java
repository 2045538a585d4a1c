package org.parley.operate;

import java.util.Set;
import org.parley.graph.Operation;

/**
 * What log, metrics and trace say of an operation that has ended. Immutable, and holds nothing of its request.
 *
 * @param by         the name of the curator who sent the request; null if it has no token
 * @param name       at most 100 characters; null if it has none, or was not executed
 * @param type       query or mutation; null if the operation was not executed
 * @param hash       the SHA-256 of the document; null if there was none
 * @param cost       null if it was not computed
 * @param sql        how many SQL statements were sent to the database
 * @param errorCodes each once, in the order of the response
 * @param outcome    how it ended
 * @param status     the HTTP status
 * @param nanos      how long it took, in nanoseconds
 * @param isKept     whether the answer was in the cache of answers, so that nothing was executed
 */
public record Report(
        String by,
        String name,
        String type,
        String hash,
        Integer cost,
        int sql,
        Set<String> errorCodes,
        OperationEnd outcome,
        int status,
        long nanos,
        boolean isKept) {

    static Report of(Operation operation, int status, boolean sent) {
        return new Report(
                operation.by(),
                operation.name(),
                operation.type(),
                operation.hash(),
                operation.cost(),
                operation.sqlStatements(),
                operation.errorCodes(),
                OperationEnd.of(operation, status, sent),
                status,
                operation.elapsed(),
                false);
    }

    /** The report of another request that is answered by the same answer, from the cache. */
    Report again(OperationEnd end, int statusNow, long nanosNow) {
        return new Report(by, name, type, hash, cost, 0, errorCodes, end, statusNow, nanosNow, true);
    }
}
