package org.parley.round;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of rounds. */
@Name("RoundConnection")
@Description("A page of a list of rounds.")
public class RoundPage extends Page<Round, RoundEdge> {
    RoundPage(ListQuery<Round> query) {
        super(query);
    }

    @Override
    protected RoundEdge edge(String cursor, Round node) {
        return new RoundEdge(cursor, node);
    }
}
