package org.parley.figure;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of figures. */
@Name("FigureConnection")
@Description("A page of a list of figures.")
public class FigurePage extends Page<Figure, FigureEdge> {
    FigurePage(ListQuery<Figure> query) {
        super(query);
    }

    @Override
    protected FigureEdge edge(String cursor, Figure node) {
        return new FigureEdge(cursor, node);
    }
}
