package org.parley.graph;

/**
 * An error that the client can correct. The client gets the message unchanged, and the code as {@code extensions.code}. Without
 * stack trace.
 */
public abstract class RequestError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    protected RequestError(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    /** The code for programs, in UPPER_SNAKE case; it never changes. */
    public String code() {
        return code;
    }
}
