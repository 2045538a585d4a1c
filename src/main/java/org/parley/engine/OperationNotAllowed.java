package org.parley.engine;

import graphql.language.OperationDefinition;

/** A request asks for a mutation where none is allowed, or for a subscription; nothing was executed. Who sent it knows which way would do. */
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
