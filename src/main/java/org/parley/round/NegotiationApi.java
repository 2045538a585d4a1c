package org.parley.round;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.actor.Actor;
import org.parley.actor.Actors;
import org.parley.issue.Issue;
import org.parley.issue.Issues;
import org.parley.issue.PositionMatrix;
import org.parley.issue.PositionRow;
import org.parley.lists.Batch;
import org.parley.lists.Links;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.timeline.EventKind;
import org.parley.timeline.Timeline;
import org.parley.timeline.TimelinePage;

/** The negotiations' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class NegotiationApi {
    private final Negotiations negotiations;
    private final Links links;
    private final Rows rows;
    private final Actors actors;
    private final Issues issues;
    private final PositionMatrix matrix;
    private final Timeline timeline;

    NegotiationApi(
            Negotiations negotiations,
            Links links,
            Rows rows,
            Actors actors,
            Issues issues,
            PositionMatrix matrix,
            Timeline timeline) {
        this.matrix = matrix;
        this.timeline = timeline;
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

    @NonNull
    @Description("The negotiations in which the actor has a role, in the order of their ids.")
    public List<@NonNull List<@NonNull Negotiation>> negotiations(@Source List<Actor> acting) {
        Map<String, List<String>> ids = links.of(
                Negotiations.ROLES.reversed(), acting.stream().map(Actor::getId).toList());
        return Batch.many(
                acting, actor -> ids.get(actor.getId()).stream().distinct().toList(), negotiations::byIds);
    }

    @NonNull
    @Name("negotiations")
    @Description("The negotiations of whose issues it is one, in the order of their ids.")
    public List<@NonNull List<@NonNull Negotiation>> negotiationsOnIssue(@Source List<Issue> negotiated) {
        return links.records(Negotiations.ISSUES.reversed(), negotiated, negotiations::byIds);
    }

    @NonNull
    @Description(
            "What each side wants on each of its issues: one row an issue, in the order of the record, and one cell a side, in the same order in every row.")
    public List<@NonNull List<@NonNull PositionRow>> matrix(@Source List<Negotiation> processes) {
        return matrix.of(processes.stream().map(Negotiation::getId).toList());
    }

    @NonNull
    @Description("What belongs to the negotiation's rounds, and its agreements, in one order of time, oldest first.")
    public TimelinePage timeline(
            @Source Negotiation negotiation,
            @Nullable @Description("Only these kinds; all if left out.") List<@NonNull EventKind> kinds,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return timeline.page(
                Timeline.Events.of(negotiation.getId(), kinds), PageRequest.of(first, after, last, before));
    }
}
