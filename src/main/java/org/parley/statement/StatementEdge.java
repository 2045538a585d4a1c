package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** A statement in a list. */
@Description("A statement in a list, with its place.")
public class StatementEdge extends Edge<Statement> {
    StatementEdge(String cursor, Statement node) {
        super(cursor, node);
    }
}
