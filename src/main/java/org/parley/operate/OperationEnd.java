package org.parley.operate;

import java.util.Locale;
import org.parley.graph.ErrorShape;
import org.parley.graph.Operation;

/** How an operation ended. */
public enum OperationEnd {
    /** Answered without an error. */
    OK,
    /** Answered in part: some fields have an error. */
    PARTIAL,
    /** Refused by an error of the request, without data. */
    REFUSED,
    /** An internal error of Parley in a field or in the whole operation. */
    FAILED,
    /** The client disconnected before the answer was sent. */
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
