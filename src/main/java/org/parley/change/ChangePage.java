package org.parley.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.PageInfo;

/** A page of changes. */
@Name("ChangeConnection")
@Description("A page of changes.")
public final class ChangePage {
    private final Numbered.Query query;
    private final List<Edge> edges;
    private final PageInfo pageInfo;

    ChangePage(Numbered.Query query, List<Edge> edges, PageInfo pageInfo) {
        this.query = query;
        this.edges = edges;
        this.pageInfo = pageInfo;
    }

    @NonNull
    @Description("The changes of this page, each with its cursor.")
    public List<@NonNull Edge> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The changes of this page.")
    public List<@NonNull Change> getNodes() {
        return edges.stream().map(Edge::getNode).toList();
    }

    @NonNull
    @Description("Where this page stands in the list.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @Ignore
    Numbered.Query query() {
        return query;
    }

    /** A change in a list, with its place. */
    @Name("ChangeEdge")
    @Description("A change in a list, with its place.")
    public static final class Edge extends ListEdge<Change> {
        Edge(Cursor cursor, Change node) {
            super(cursor, node);
        }
    }
}
