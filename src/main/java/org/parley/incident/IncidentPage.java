package org.parley.incident;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of incidents. */
@Name("IncidentConnection")
@Description("A page of a list of incidents.")
public class IncidentPage extends Page<Incident, IncidentEdge> {
    IncidentPage(ListQuery<Incident> query) {
        super(query);
    }

    @Override
    protected IncidentEdge edge(String cursor, Incident node) {
        return new IncidentEdge(cursor, node);
    }
}
