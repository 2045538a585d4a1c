package org.parley.place;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.parley.lists.Batch;
import org.parley.lists.PageRequest;
import org.parley.lists.Rows;
import org.parley.source.Sources;

/** The places' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class PlaceApi {
    private final Places places;
    private final Rows rows;
    private final Sources sources;

    PlaceApi(Places places, Rows rows, Sources sources) {
        this.places = places;
        this.rows = rows;
        this.sources = sources;
    }

    @Query
    @Description("The places that the record speaks of; null only if an error says why.")
    public PlacePage places(
            @Description(PageRequest.FILTER) PlaceFilter filter,
            @Description(PageRequest.ORDER) PlacePage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return places.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }

    @Query
    @Description("One place, or null if there is none with this id.")
    public Place place(@NonNull @Id @Description("The id, with or without its prefix place/.") String id) {
        return places.get(id);
    }

    @Description("The larger place that it lies in; null if none is recorded.")
    public List<Place> within(@Source List<Place> inside) {
        return Batch.one(inside, place -> place.withinId, places::byIds);
    }

    @NonNull
    @Description("The forms of the place's name, each with the sources that use it.")
    public List<@NonNull List<@NonNull PlaceName>> names(@Source List<Place> named) {
        return rows.children(PlaceName.class, named, "placeId");
    }

    @NonNull
    @Description("The sources that use this form; none where it is recorded from general knowledge.")
    public List<@NonNull List<org.parley.source.@NonNull Source>> sources(@Source List<PlaceName> forms) {
        return Batch.many(forms, name -> name.sourceIds, sources::byIds);
    }
}
