package org.parley.graph;

/**
 * What an operation is answered from is not there for now. It is no fault of the client, who may ask again: nothing of the operation
 * is answered.
 */
public abstract class ServiceUnavailable extends RequestError {
    private static final long serialVersionUID = 1;

    protected ServiceUnavailable(String code, String sentence) {
        super(code, sentence);
    }
}
