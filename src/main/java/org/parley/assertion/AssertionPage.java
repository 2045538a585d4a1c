package org.parley.assertion;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of assertions. */
@Name("AssertionConnection")
@Description("A page of a list of assertions.")
public class AssertionPage extends Page<Assertion, AssertionEdge> {
    AssertionPage(ListQuery<Assertion> query) {
        super(query);
    }

    @Override
    protected AssertionEdge edge(String cursor, Assertion node) {
        return new AssertionEdge(cursor, node);
    }
}
