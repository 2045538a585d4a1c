package org.parley.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.PageInfo;
import org.parley.lists.WordHits;

/** A page of hits, best first. */
@Name("SearchConnection")
@Description("A page of what a search found, best first.")
public class SearchPage {
    private final WordHits hits;
    private final List<Edge> edges;
    private final PageInfo pageInfo;

    SearchPage(WordHits hits, List<Edge> edges, PageInfo pageInfo) {
        this.hits = hits;
        this.edges = edges;
        this.pageInfo = pageInfo;
    }

    @NonNull
    @Description("The hits of this page, each with its cursor.")
    public List<@NonNull Edge> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The hits of this page.")
    public List<@NonNull SearchHit> getNodes() {
        return edges.stream().map(Edge::getNode).toList();
    }

    @NonNull
    @Description("Where this page stands in the list.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @Ignore
    WordHits hits() {
        return hits;
    }

    /** A hit in a list. */
    @Name("SearchEdge")
    @Description("A hit in a list, with its place.")
    public static final class Edge extends ListEdge<SearchHit> {
        Edge(Cursor cursor, SearchHit node) {
            super(cursor, node);
        }
    }
}
