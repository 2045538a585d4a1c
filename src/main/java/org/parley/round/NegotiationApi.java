package org.parley.round;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.issue.Issue;
import org.parley.issue.Issues;
import org.parley.lists.Batch;
import org.parley.lists.Links;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;

/** The negotiations' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class NegotiationApi {
    private final Negotiations negotiations;
    private final Links links;
    private final Rows rows;
    private final Actors actors;
    private final Issues issues;

    NegotiationApi(Negotiations negotiations, Links links, Rows rows, Actors actors, Issues issues) {
        this.negotiations = negotiations;
        this.links = links;
        this.rows = rows;
        this.actors = actors;
        this.issues = issues;
    }

    @Query
    @Description("One negotiation, or null if there is none with this id.")
    public Negotiation negotiation(
            @NonNull @Id @Description("The id, with or without its prefix negotiation/.") String id) {
        return negotiations.get(id);
    }

    @Query
    @Description("The processes of talks; null only if an error says why.")
    public NegotiationPage negotiations(
            @Description(PageRequest.FILTER) NegotiationFilter filter,
            @Description(PageRequest.ORDER) NegotiationPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return negotiations.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("Who takes part as what, in the order of the record.")
    public List<@NonNull List<@NonNull NegotiationRole>> roles(@Source List<Negotiation> processes) {
        return rows.children(NegotiationRole.class, processes, "negotiationId");
    }

    @NonNull
    @Description("What is negotiated, in the order of the record.")
    public List<@NonNull List<@NonNull Issue>> issues(@Source List<Negotiation> processes) {
        return links.records(Negotiations.ISSUES, processes, issues::byIds);
    }

    @NonNull
    @Description("The one who has the role.")
    public List<@NonNull Actor> actor(@Source List<NegotiationRole> roles) {
        return Batch.one(roles, role -> role.actorId, actors::byIds);
    }
}
