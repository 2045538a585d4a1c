package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of statements. */
@Name("StatementConnection")
@Description("A page of a list of statements.")
public class StatementPage extends Page<Statement, StatementEdge> {
    StatementPage(ListQuery<Statement> query) {
        super(query);
    }

    @Override
    protected StatementEdge edge(String cursor, Statement node) {
        return new StatementEdge(cursor, node);
    }
}
