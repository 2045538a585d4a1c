package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of issues. */
@Name("IssueConnection")
@Description("A page of a list of issues.")
public class IssuePage extends Page<Issue, IssueEdge> {
    IssuePage(ListQuery<Issue> query) {
        super(query);
    }

    @Override
    protected IssueEdge edge(String cursor, Issue node) {
        return new IssueEdge(cursor, node);
    }
}
