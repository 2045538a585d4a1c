package org.parley.change;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.PageInfo;

/** A page of proposals. */
@Name("ProposalConnection")
@Description("A page of proposals.")
public final class ProposalPage {
    private final Numbered.Query query;
    private final List<Edge> edges;
    private final PageInfo pageInfo;

    ProposalPage(Numbered.Query query, List<Edge> edges, PageInfo pageInfo) {
        this.query = query;
        this.edges = edges;
        this.pageInfo = pageInfo;
    }

    @NonNull
    @Description("The proposals of this page, each with its cursor.")
    public List<@NonNull Edge> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The proposals of this page.")
    public List<@NonNull Proposal> getNodes() {
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

    /** A proposal in a list, with its place. */
    @Name("ProposalEdge")
    @Description("A proposal in a list, with its place.")
    public static final class Edge extends ListEdge<Proposal> {
        Edge(Cursor cursor, Proposal node) {
            super(cursor, node);
        }
    }
}
