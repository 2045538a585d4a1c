package org.parley.issue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.lists.Batch;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.source.Sources;

/** The positions' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class PositionApi {
    private final Positions positions;
    private final Rows rows;
    private final PositionMatrix matrix;
    private final Issues issues;
    private final Actors actors;
    private final Sources sources;

    PositionApi(Positions positions, Rows rows, PositionMatrix matrix, Issues issues, Actors actors, Sources sources) {
        this.positions = positions;
        this.rows = rows;
        this.matrix = matrix;
        this.issues = issues;
        this.actors = actors;
        this.sources = sources;
    }

    @Query
    @Description("What actors want on issues; null only if an error says why.")
    public PositionPage positions(
            @Description(PageRequest.FILTER) PositionFilter filter,
            @Description(PageRequest.ORDER) PositionPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return positions.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Query
    @Description("One position, or null if there is none with this id.")
    public Position position(@NonNull @Id @Description("The id, with or without its prefix position/.") String id) {
        return positions.get(id);
    }

    @Query
    @Nullable
    @Description(
            "What each side wants on each issue of a negotiation: one row an issue, in the negotiation's order of issues, and one cell a side, in the same order in every row. Null only if an error says why.")
    public List<@NonNull PositionRow> positionMatrix(
            @NonNull @Id @Description("The negotiation's id, with or without its prefix negotiation/.")
                    String negotiation) {
        return matrix.of(negotiation);
    }

    @NonNull
    @Description("What the actor wants, in the order of the positions' ids.")
    public List<@NonNull List<@NonNull Position>> positions(@Source List<Actor> holders) {
        return rows.naming(Position.class, holders, "actorId", "id");
    }

    @NonNull
    @Description("Who holds it.")
    public List<@NonNull Actor> actor(@Source List<Position> held) {
        return Batch.one(held, position -> position.actorId, actors::byIds);
    }

    @NonNull
    @Description("What it is about.")
    public List<@NonNull Issue> issue(@Source List<Position> held) {
        return Batch.one(held, position -> position.issueId, issues::byIds);
    }

    @NonNull
    @Description("Its extent as each source states it.")
    public List<@NonNull List<@NonNull PositionWording>> wordings(@Source List<Position> held) {
        return rows.children(PositionWording.class, held, "positionId");
    }

    @NonNull
    @Description("The source that words it so.")
    public List<org.parley.source.@NonNull Source> source(@Source List<PositionWording> worded) {
        return Batch.one(worded, wording -> wording.sourceId, sources::byIds);
    }
}
