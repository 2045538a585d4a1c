package org.parley.search;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** A hit in a list. */
@Description("A hit in a list, with its place.")
public class SearchEdge extends Edge<SearchHit> {
    SearchEdge(String cursor, SearchHit node) {
        super(cursor, node);
    }
}
