package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of the records that a source supports. */
@Name("FactConnection")
@Description("A page of a list of the records that a source supports.")
public class FactPage extends Page<Cited, FactEdge> {
    FactPage(ListQuery<Cited> query) {
        super(query);
    }

    @Override
    protected FactEdge edge(String cursor, Cited node) {
        return new FactEdge(cursor, node);
    }
}
