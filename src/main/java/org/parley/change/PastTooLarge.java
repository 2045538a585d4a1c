package org.parley.change;

import org.parley.graph.RequestError;

/** A past record has more rows than may be read for {@code @knownAt}. */
final class PastTooLarge extends RequestError {
    private static final long serialVersionUID = 1;

    PastTooLarge(String sentence) {
        super("TOO_LARGE", sentence);
    }
}
