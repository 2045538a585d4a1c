package org.parley.disagreement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.graph.Page;

/** A page of disagreements. */
@Name("DisagreementConnection")
@Description("A page of a list of disagreements.")
public class DisagreementPage extends Page<Disagreement, DisagreementEdge> {
    DisagreementPage(Slice<Disagreement> slice) {
        super(slice);
    }

    @Override
    protected DisagreementEdge edge(String cursor, Disagreement node) {
        return new DisagreementEdge(cursor, node);
    }
}
