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
import org.parley.lists.Batch;
import org.parley.lists.PageRequest;
import org.parley.place.Place;
import org.parley.place.Places;

/** The rounds' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class RoundApi {
    private final Rounds rounds;
    private final Negotiations negotiations;
    private final Places places;

    RoundApi(Rounds rounds, Negotiations negotiations, Places places) {
        this.rounds = rounds;
        this.negotiations = negotiations;
        this.places = places;
    }

    @Query
    @Description("One round, or null if there is none with this id.")
    public Round round(@NonNull @Id @Description("The id, with or without its prefix round/.") String id) {
        return rounds.get(id);
    }

    @Query
    @Description("The meetings, held or planned, within a negotiation or outside any; null only if an error says why.")
    public RoundPage rounds(
            @Description(PageRequest.FILTER) RoundFilter filter,
            @Description(PageRequest.ORDER) RoundPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return rounds.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description("The negotiation's rounds.")
    public RoundPage rounds(
            @Source Negotiation negotiation,
            @Description(PageRequest.FILTER) RoundFilter filter,
            @Description(PageRequest.ORDER) RoundPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return rounds.of(negotiation.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @NonNull
    @Description(
            "The rounds in which the actor is listed as a participant; the participants of each round say how its presence is known.")
    public RoundPage rounds(
            @Source Actor participant,
            @Description(PageRequest.FILTER) RoundFilter filter,
            @Description(PageRequest.ORDER) RoundPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return rounds.attendedBy(participant.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Description("The process that it belongs to; null for a meeting outside any process on record.")
    public List<Negotiation> negotiation(@Source List<Round> meetings) {
        return Batch.one(meetings, round -> round.negotiationId, negotiations::byIds);
    }

    @Description("Where it is held; null if not stated, or if it has no place, such as a phone call.")
    public List<Place> venue(@Source List<Round> meetings) {
        return Batch.one(meetings, round -> round.venueId, places::byIds);
    }

    @Description(
            "The round of the same negotiation with the next lower number; null for the first, and for one without a number.")
    public List<Round> previous(@Source List<Round> meetings) {
        return Batch.one(meetings, round -> round.previousId, rounds::byIds);
    }

    @Description(
            "The round of the same negotiation with the next higher number; null for the last on record, and for one without a number.")
    public List<Round> next(@Source List<Round> meetings) {
        return Batch.one(meetings, round -> round.nextId, rounds::byIds);
    }

    @NonNull
    @Description(
            "The rounds that are held there, and not at a place that lies in it: those are found by the filter within.")
    public RoundPage rounds(
            @Source Place place,
            @Description(PageRequest.FILTER) RoundFilter filter,
            @Description(PageRequest.ORDER) RoundPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return rounds.at(place.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }
}
