package org.parley.store;

/** Why Parley can't start, as one sentence for the person who starts it. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
