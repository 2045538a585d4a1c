package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.graph.Page;

/** A page of issues. */
@Name("IssueConnection")
@Description("A page of a list of issues.")
public class IssuePage extends Page<Issue, IssueEdge> {
    IssuePage(Slice<Issue> slice) {
        super(slice);
    }

    @Override
    protected IssueEdge edge(String cursor, Issue node) {
        return new IssueEdge(cursor, node);
    }
}
