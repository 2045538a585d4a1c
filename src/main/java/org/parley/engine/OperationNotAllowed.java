package org.parley.engine;

import graphql.language.OperationDefinition;

/**
 * The request is for a mutation where none is allowed, or for a subscription. Nothing was executed. The caller knows the transport,
 * and so how to tell the client what would be allowed.
 */
public final class OperationNotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final OperationDefinition.Operation kind;

    OperationNotAllowed(OperationDefinition.Operation kind) {
        super("no " + kind + " is allowed", null, false, false);
        this.kind = kind;
    }

    /** Mutation or subscription. */
    public OperationDefinition.Operation kind() {
        return kind;
    }
}
