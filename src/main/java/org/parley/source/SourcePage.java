package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of sources. */
@Name("SourceConnection")
@Description("A page of a list of sources.")
public class SourcePage extends Page<Source, SourceEdge> {
    SourcePage(ListQuery<Source> query) {
        super(query);
    }

    @Override
    protected SourceEdge edge(String cursor, Source node) {
        return new SourceEdge(cursor, node);
    }
}
