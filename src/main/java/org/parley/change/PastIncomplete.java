package org.parley.change;

import java.util.Set;
import org.parley.graph.RequestError;

/** A past record can't be made for {@code @knownAt}, since others referred to a record that was erased. */
final class PastIncomplete extends RequestError {
    private static final long serialVersionUID = 1;

    private PastIncomplete(String sentence) {
        super("ERASED", sentence);
    }

    /** @param erased the ids of the records that were in the graph then, and whose rows were erased since */
    static PastIncomplete without(Set<String> erased) {
        return new PastIncomplete("@knownAt can't tell the record as it was then, since others referred to "
                + String.join(", ", erased) + ", whose rows were erased; history(id:) tells what one record was");
    }
}
