package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Edge;

/** An issue in a list. */
@Description("An issue in a list, with its place.")
public class IssueEdge extends Edge<Issue> {
    IssueEdge(String cursor, Issue node) {
        super(cursor, node);
    }
}
