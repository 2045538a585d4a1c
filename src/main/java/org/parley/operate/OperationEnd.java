package org.parley.operate;

import java.util.Locale;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;

/** How an operation ended. */
enum OperationEnd {
    /** Answered without an error. */
    OK,
    /** Some of it was answered, but not every field. */
    PARTIAL,
    /** Nothing of it was answered, for a fault of the request. */
    REFUSED,
    /** Parley's own fault kept a field or all of it from being answered. */
    FAILED,
    /** The client had left before the answer was sent. */
    ABANDONED;

    static OperationEnd of(Operation operation, int status, boolean sent) {
        if (status >= 500 || operation.errorCodes().contains(ErrorShape.INTERNAL_SERVER_ERROR)) {
            return FAILED;
        }
        if (!sent) {
            return ABANDONED;
        }
        if (operation.errorCodes().isEmpty()) {
            return OK;
        }
        return operation.hasData() ? PARTIAL : REFUSED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
