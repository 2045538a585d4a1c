package org.parley.disagreement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of disagreements. */
@Name("DisagreementConnection")
@Description("A page of a list of disagreements.")
public class DisagreementPage extends Page<Disagreement, DisagreementEdge> {
    DisagreementPage(ListQuery<Disagreement> query) {
        super(query);
    }

    @Override
    protected DisagreementEdge edge(String cursor, Disagreement node) {
        return new DisagreementEdge(cursor, node);
    }
}
