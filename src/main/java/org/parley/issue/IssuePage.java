package org.parley.issue;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of issues. */
@Name("IssueConnection")
@Description("A page of a list of issues.")
public class IssuePage extends Page<Issue, IssuePage.Edge> {
    IssuePage(ListQuery<Issue> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Issue node) {
        return new Edge(cursor, node);
    }

    /** An issue in a list. */
    @Name("IssueEdge")
    @Description("An issue in a list, with its place.")
    public static final class Edge extends ListEdge<Issue> {
        Edge(Cursor cursor, Issue node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of issues. */
    @Name("IssueOrder")
    @Description("Orders of a list of issues.")
    public enum Order implements ListOrder {
        @Description("By name, A to Z, in the order of Unicode (CLDR root collation).")
        NAME_ASC,
        @Description("By name, Z to A, in the order of Unicode (CLDR root collation).")
        NAME_DESC
    }
}
