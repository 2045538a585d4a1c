package org.parley.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.PageInfo;

/** A page of the history of a record. */
@Name("RevisionConnection")
@Description("A page of the history of a record.")
public final class RevisionPage {
    private final Numbered.Query query;
    private final List<Edge> edges;
    private final PageInfo pageInfo;

    RevisionPage(Numbered.Query query, List<Edge> edges, PageInfo pageInfo) {
        this.query = query;
        this.edges = edges;
        this.pageInfo = pageInfo;
    }

    @NonNull
    @Description("The revisions of this page, each with its cursor.")
    public List<@NonNull Edge> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The revisions of this page.")
    public List<@NonNull Revision> getNodes() {
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

    /** A revision in a list, with its place. */
    @Name("RevisionEdge")
    @Description("A revision in a list, with its place.")
    public static final class Edge extends ListEdge<Revision> {
        Edge(Cursor cursor, Revision node) {
            super(cursor, node);
        }
    }
}
