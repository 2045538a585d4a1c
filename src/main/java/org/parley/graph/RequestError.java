package org.parley.graph;

/** Something that a client can mend. The sentence is shown as it is, and the code stands in {@code extensions.code}. */
public abstract class RequestError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    protected RequestError(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    /** For machines: UPPER_SNAKE, stable. */
    public String code() {
        return code;
    }
}
