package org.parley.figure;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.graph.Node;
import org.parley.incident.Incident;
import org.parley.lists.Batch;
import org.parley.lists.Nodes;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.statement.Statement;

/** The figures' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class FigureApi {
    private final Figures figures;
    private final Actors actors;
    private final Nodes nodes;
    private final Rows rows;

    FigureApi(Figures figures, Actors actors, Nodes nodes, Rows rows) {
        this.rows = rows;
        this.figures = figures;
        this.actors = actors;
        this.nodes = nodes;
    }

    @Query
    @Description("One figure, or null if there is none with this id.")
    public Figure figure(@NonNull @Id @Description("The id, with or without its prefix figure/.") String id) {
        return figures.get(id);
    }

    @Query
    @Description("The numbers that the sources give or report as claimed; null only if an error says why.")
    public FigurePage figures(
            @Description(PageRequest.FILTER) FigureFilter filter,
            @Description(PageRequest.ORDER) FigurePage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return figures.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The numbers that the actor claims.")
    public FigurePage figures(
            @Source Actor claimant,
            @Description(PageRequest.FILTER) FigureFilter filter,
            @Description(PageRequest.ORDER) FigurePage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return figures.claimedBy(claimant.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Description("Who claims it; null where the sources give it in their own voice.")
    public List<Actor> claimedBy(@Source List<Figure> claimed) {
        return Batch.one(claimed, figure -> figure.claimedById, actors::byIds);
    }

    @Description("The record that the number describes; null if there is none.")
    public List<Node> about(@Source List<Figure> claimed) {
        return Batch.one(claimed, figure -> figure.aboutId, nodes::byIds);
    }

    @NonNull
    @Description("The numbers that describe the incident, in the order of their ids.")
    public List<@NonNull List<@NonNull Figure>> figures(@Source List<Incident> described) {
        return rows.naming(Figure.class, described, "aboutId", "id");
    }

    @NonNull
    @Name("figures")
    @Description("The numbers that describe the statement, in the order of their ids.")
    public List<@NonNull List<@NonNull Figure>> figuresOfStatement(@Source List<Statement> described) {
        return rows.naming(Figure.class, described, "aboutId", "id");
    }
}
