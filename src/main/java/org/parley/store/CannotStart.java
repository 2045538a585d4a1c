package org.parley.store;

/** Why Parley can't start, as one message for the person who starts it. Has no stack trace and no cause. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
