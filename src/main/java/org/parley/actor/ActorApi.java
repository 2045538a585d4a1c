package org.parley.actor;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.lists.Batch;
import org.parley.lists.Later;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.source.Sources;

/** The actors' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class ActorApi {
    private static final String ON =
            "Only those that may have held on this day: a bound that the sources do not give excludes nothing.";

    private final Actors actors;
    private final Rows rows;
    private final Affiliations affiliations;
    private final Sources sources;

    ActorApi(Actors actors, Rows rows, Affiliations affiliations, Sources sources) {
        this.actors = actors;
        this.rows = rows;
        this.affiliations = affiliations;
        this.sources = sources;
    }

    @Query
    @Description("One actor, or null if there is none with this id.")
    public Actor actor(@NonNull @Id @Description("The id, with or without its prefix actor/.") String id) {
        return actors.get(id);
    }

    @Query
    @Description("Everybody who takes part, speaks or is spoken of; null only if an error says why.")
    public ActorPage actors(
            @Description(PageRequest.FILTER) ActorFilter filter,
            @Description(PageRequest.ORDER) ActorPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return actors.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Description("The party that the actor speaks for; null for a party itself and for those who speak for none.")
    public List<Actor> side(@Source List<Actor> speakers) {
        return Batch.one(speakers, actor -> actor.sideId, actors::byIds);
    }

    @NonNull
    @Description("The forms of the actor's name, each with the sources that use it.")
    public List<@NonNull List<@NonNull ActorName>> names(@Source List<Actor> named) {
        return rows.children(ActorName.class, named, "actorId");
    }

    @NonNull
    @Description("The sources that use this form; none where it is recorded from general knowledge.")
    public List<@NonNull List<org.parley.source.@NonNull Source>> sources(@Source List<ActorName> forms) {
        return Batch.many(forms, name -> name.sourceIds, sources::byIds);
    }

    @NonNull
    @Description("What the actor holds in organisations and states.")
    public List<@NonNull Affiliation> affiliations(@Source Actor person, @Description(ON) LocalDate on) {
        return Later.list("affiliations", new Affiliations.Key(person.getId(), on), affiliations::heldBy);
    }

    @NonNull
    @Description("Who belongs to the actor.")
    public List<@NonNull Affiliation> members(@Source Actor organization, @Description(ON) LocalDate on) {
        return Later.list("members", new Affiliations.Key(organization.getId(), on), affiliations::membersOf);
    }

    @NonNull
    @Description("The actor who belongs to the organisation, state or bloc.")
    public List<@NonNull Actor> person(@Source List<Affiliation> held) {
        return Batch.one(held, affiliation -> affiliation.personId, actors::byIds);
    }

    @NonNull
    @Description("The organisation, state or bloc that the actor belongs to.")
    public List<@NonNull Actor> organization(@Source List<Affiliation> held) {
        return Batch.one(held, affiliation -> affiliation.organizationId, actors::byIds);
    }
}
