package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of negotiations. */
@Name("NegotiationConnection")
@Description("A page of a list of negotiations.")
public class NegotiationPage extends Page<Negotiation, NegotiationEdge> {
    NegotiationPage(ListQuery<Negotiation> query) {
        super(query);
    }

    @Override
    protected NegotiationEdge edge(String cursor, Negotiation node) {
        return new NegotiationEdge(cursor, node);
    }
}
