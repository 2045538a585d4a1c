package org.parley.http;

import org.parley.graph.ErrorShape;
import org.parley.graph.RequestError;

/** Why a request is answered by one error before any of it is executed. */
class Refusal extends RequestError {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String allowedMethods;

    private Refusal(int status, String code, String sentence, String allowedMethods) {
        super(code, sentence);
        this.status = status;
        this.allowedMethods = allowedMethods;
    }

    /** @param status of HTTP; it is kept whatever media type the answer has */
    Refusal(int status, String code, String sentence) {
        this(status, code, sentence, null);
    }

    /** The request is not one of GraphQL over HTTP. */
    Refusal(int status, String sentence) {
        this(status, ErrorShape.BAD_REQUEST, sentence);
    }

    /** @param allowed the methods that would do, as the header Allow lists them */
    static Refusal ofMethod(String allowed, String sentence) {
        return new Refusal(405, ErrorShape.BAD_REQUEST, sentence, allowed);
    }

    int status() {
        return status;
    }

    /** Null unless the method is what is wrong. */
    String allowedMethods() {
        return allowedMethods;
    }
}
