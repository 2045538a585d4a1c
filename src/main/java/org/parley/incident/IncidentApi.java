package org.parley.incident;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import java.util.Comparator;
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
import org.parley.lists.Links;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.place.Place;
import org.parley.place.Places;
import org.parley.round.Round;
import org.parley.round.Rounds;

/** The incidents' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class IncidentApi {
    private final Incidents incidents;
    private final Links links;
    private final Rows rows;
    private final Actors actors;
    private final Places places;
    private final Rounds rounds;

    IncidentApi(Incidents incidents, Links links, Rows rows, Actors actors, Places places, Rounds rounds) {
        this.incidents = incidents;
        this.links = links;
        this.rows = rows;
        this.actors = actors;
        this.places = places;
        this.rounds = rounds;
    }

    @Query
    @Description("One incident, or null if there is none with this id.")
    public Incident incident(@NonNull @Id @Description("The id, with or without its prefix incident/.") String id) {
        return incidents.get(id);
    }

    @Query
    @Description("What happened outside the talks; null only if an error says why.")
    public IncidentPage incidents(
            @Description(PageRequest.FILTER) IncidentFilter filter,
            @Description(PageRequest.ORDER) IncidentPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return incidents.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The incidents for which the actor is blamed or blames somebody.")
    public IncidentPage incidents(
            @Source Actor named,
            @Description(PageRequest.FILTER) IncidentFilter filter,
            @Description(PageRequest.ORDER) IncidentPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return incidents.naming(named.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description(
            "The incidents with at least one day within the round, and those that a source ties to it; of a round whose days are not known, only the latter.")
    public IncidentPage incidents(
            @Source Round round,
            @Description(PageRequest.FILTER) IncidentFilter filter,
            @Description(PageRequest.ORDER) IncidentPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return incidents.during(round.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description(
            "The incidents wholly after the previous round and wholly before this one, by their days, coarse dates or bounds; none if there is no previous round or the days of either are not known.")
    public IncidentPage incidentsSincePrevious(
            @Source Round round,
            @Description(PageRequest.FILTER) IncidentFilter filter,
            @Description(PageRequest.ORDER) IncidentPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return incidents.before(round.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Description("Where it happened, as closely as the sources tell; null if not stated.")
    public List<Place> place(@Source List<Incident> happened) {
        return Batch.one(happened, incident -> incident.placeId, places::byIds);
    }

    @NonNull
    @Description(
            "The rounds that it has a day within, or that a source ties it to, oldest first: those that list it among their incidents.")
    public List<@NonNull List<@NonNull Round>> rounds(@Source List<Incident> happened) {
        return links.records(Incidents.ROUNDS, happened, rounds::byIds).stream()
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(Round::oldestFirst).thenComparing(Round::getId))
                        .toList())
                .toList();
    }

    @NonNull
    @Description("Who says who caused it, in the order of the record.")
    public List<@NonNull List<@NonNull Attribution>> attributions(@Source List<Incident> happened) {
        return rows.children(Attribution.class, happened, "incidentId");
    }

    @NonNull
    @Description("The weapons that were used; empty if not stated.")
    public List<@NonNull List<@NonNull WeaponCount>> weapons(@Source List<Incident> happened) {
        return rows.children(WeaponCount.class, happened, "incidentId");
    }

    @NonNull
    @Description("What it is in schemes of conflict data; empty if not classified.")
    public List<@NonNull List<@NonNull Code>> codes(@Source List<Incident> happened) {
        return rows.children(Code.class, happened, "incidentId");
    }

    @Description("Who is said to have caused it; null if nobody is blamed.")
    public List<Actor> blamed(@Source List<Attribution> attributions) {
        return Batch.one(attributions, attribution -> attribution.blamedId, actors::byIds);
    }

    @Description(
            "Who says so, or reports the incident without blaming anybody; null if the source says it in its own voice.")
    public List<Actor> by(@Source List<Attribution> attributions) {
        return Batch.one(attributions, attribution -> attribution.byId, actors::byIds);
    }

    @NonNull
    @Description("What happened there, and not at a place that lies in it: those are found by the filter within.")
    public IncidentPage incidents(
            @Source Place place,
            @Description(PageRequest.FILTER) IncidentFilter filter,
            @Description(PageRequest.ORDER) IncidentPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return incidents.at(place.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Query
    @Nullable
    @Description(
            "How many incidents there are of each kind, place and so on, the largest number first. Null only if an error says why.")
    public List<@NonNull IncidentCount> incidentCounts(
            @NonNull @Description("By what they are counted: 1 to 3 dimensions.") List<@NonNull IncidentDimension> by,
            @Description(PageRequest.FILTER) IncidentFilter filter) {
        return incidents.counted(by, filter);
    }

    @Name("place")
    @Description("The place; null unless counted by PLACE, and for incidents whose place is not stated.")
    public List<Place> placeOfCount(@Source List<IncidentCount> counts) {
        return Batch.one(counts, count -> count.value(IncidentDimension.PLACE), places::byIds);
    }

    @Name("blamed")
    @Description("Who is blamed; null unless counted by BLAMED, and where nobody is blamed.")
    public List<Actor> blamedOfCount(@Source List<IncidentCount> counts) {
        return Batch.one(counts, count -> count.value(IncidentDimension.BLAMED), actors::byIds);
    }
}
