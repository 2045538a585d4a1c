package org.parley.start;

/** Why Parley can't start, as one sentence for the person who starts it. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
