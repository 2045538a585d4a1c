package org.parley.round;

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
import org.parley.lists.Batch;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;

/** What belongs to rounds: plans, participants, sessions and outcomes. */
@GraphQLApi
@RegisterForReflection
public class RoundPartApi {
    private final Rows rows;
    private final Rounds rounds;
    private final Actors actors;
    private final Outcomes outcomes;
    private final Sessions sessions;

    RoundPartApi(Rows rows, Rounds rounds, Actors actors, Outcomes outcomes, Sessions sessions) {
        this.rows = rows;
        this.rounds = rounds;
        this.actors = actors;
        this.outcomes = outcomes;
        this.sessions = sessions;
    }

    @Query
    @Description("One outcome, or null if there is none with this id.")
    public Outcome outcome(@NonNull @Id @Description("The id, with or without its prefix outcome/.") String id) {
        return outcomes.get(id);
    }

    @Query
    @Description("One session, or null if there is none with this id.")
    public Session session(@NonNull @Id @Description("The id, with or without its prefix session/.") String id) {
        return sessions.get(id);
    }

    @Query
    @Description("What came of the rounds; null only if an error says why.")
    public OutcomePage outcomes(
            @Description(PageRequest.FILTER) OutcomeFilter filter,
            @Description(PageRequest.ORDER) OutcomePage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return outcomes.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Query
    @Description("The sittings of the rounds; null only if an error says why.")
    public SessionPage sessions(
            @Description(PageRequest.FILTER) SessionFilter filter,
            @Description(PageRequest.ORDER) SessionPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return sessions.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The days for which it was announced, held then or not, in the order of the record.")
    public List<@NonNull List<@NonNull PlannedDate>> planned(@Source List<Round> meetings) {
        return rows.children(PlannedDate.class, meetings, "roundId");
    }

    @NonNull
    @Description("Who is listed as taking part, in the order of the record; empty if the sources name nobody.")
    public List<@NonNull List<@NonNull Participation>> participants(@Source List<Round> meetings) {
        return rows.children(Participation.class, meetings, "roundId");
    }

    @NonNull
    @Description("Its sittings, in the order of the record; empty if the sources tell of none in particular.")
    public List<@NonNull List<@NonNull Session>> sessions(@Source List<Round> meetings) {
        return rows.children(Session.class, meetings, "roundId");
    }

    @NonNull
    @Description("What came of it, in the order of the record; empty if the sources report nothing.")
    public List<@NonNull List<@NonNull Outcome>> outcomes(@Source List<Round> meetings) {
        return rows.children(Outcome.class, meetings, "roundId");
    }

    @Description("Who announced the day; null if the source says it in its own voice.")
    public List<Actor> statedBy(@Source List<PlannedDate> dates) {
        return Batch.one(dates, date -> date.statedById, actors::byIds);
    }

    @NonNull
    @Description("The one who takes part.")
    public List<@NonNull Actor> actor(@Source List<Participation> participations) {
        return Batch.one(participations, participation -> participation.actorId, actors::byIds);
    }

    @Description("The party that the actor sits for; null where the actor is a party itself.")
    public List<Actor> side(@Source List<Participation> participations) {
        return Batch.one(participations, participation -> participation.sideId, actors::byIds);
    }

    @NonNull
    @Name("round")
    @Description("The round that it is a sitting of.")
    public List<@NonNull Round> roundOfSession(@Source List<Session> sessions) {
        return Batch.one(sessions, session -> session.roundId, rounds::byIds);
    }

    @NonNull
    @Name("round")
    @Description("The round that it came of.")
    public List<@NonNull Round> roundOfOutcome(@Source List<Outcome> outcomes) {
        return Batch.one(outcomes, outcome -> outcome.roundId, rounds::byIds);
    }

    @NonNull
    @Description("The parts that the actor is listed with in rounds, in the order of the rounds' ids.")
    public List<@NonNull List<@NonNull Participation>> participations(@Source List<Actor> present) {
        return rows.naming(Participation.class, present, "actorId", "roundId", "ordinal");
    }

    @NonNull
    @Name("round")
    @Description("The round that it is a part in.")
    public List<@NonNull Round> roundOfParticipation(@Source List<Participation> participations) {
        return Batch.one(participations, participation -> participation.roundId, rounds::byIds);
    }
}
