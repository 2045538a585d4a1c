package org.parley.disagreement;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.graph.Node;
import org.parley.lists.Batch;
import org.parley.lists.Links;
import org.parley.lists.Nodes;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.source.Sources;

/** The disagreements' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class DisagreementApi {
    private final Disagreements disagreements;
    private final Links links;
    private final Rows rows;
    private final Sources sources;
    private final Nodes nodes;

    DisagreementApi(Disagreements disagreements, Links links, Rows rows, Sources sources, Nodes nodes) {
        this.disagreements = disagreements;
        this.links = links;
        this.rows = rows;
        this.sources = sources;
        this.nodes = nodes;
    }

    @Query
    @Description("One disagreement, or null if there is none with this id.")
    public Disagreement disagreement(
            @NonNull @Id @Description("The id, with or without its prefix disagreement/.") String id) {
        return disagreements.get(id);
    }

    @Query
    @Description("The questions on which sources differ, or which a text leaves open; null only if an error says why.")
    public DisagreementPage disagreements(
            @Description(PageRequest.FILTER) DisagreementFilter filter,
            @Description(PageRequest.ORDER) DisagreementPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return disagreements.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The disagreements about this record, in the order of their ids.")
    public List<@NonNull List<@NonNull Disagreement>> disagreements(@Source List<Node> records) {
        return links.records(Disagreements.ABOUT.reversed(), records, disagreements::byIds);
    }

    @NonNull
    @Description("The answers that the sources give; at least one.")
    public List<@NonNull List<@NonNull Version>> versions(@Source List<Disagreement> open) {
        return rows.children(Version.class, open, "disagreementId");
    }

    @NonNull
    @Description("The records that it is about.")
    public List<@NonNull List<@NonNull Node>> about(@Source List<Disagreement> open) {
        return links.records(Disagreements.ABOUT, open, nodes::byIds);
    }

    @NonNull
    @Description("The sources that give this answer.")
    public List<@NonNull List<org.parley.source.@NonNull Source>> sources(@Source List<Version> versions) {
        return Batch.many(versions, version -> version.sourceIds, sources::byIds);
    }
}
