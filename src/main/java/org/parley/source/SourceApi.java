package org.parley.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.lists.PageRequest;

/** The sources' part of the graph. */
@GraphQLApi
@RegisterForReflection
public class SourceApi {
    private final Sources sources;

    SourceApi(Sources sources) {
        this.sources = sources;
    }

    @Query
    @Description("One source, or null if there is none with this id.")
    public Source source(@NonNull @Id @Description("The id, with or without its prefix source/.") String id) {
        return sources.get(id);
    }

    @Query
    @Description("The documents that the record rests on; null only if an error says why.")
    public SourcePage sources(
            @Description(PageRequest.FILTER) SourceFilter filter,
            @Description(PageRequest.ORDER) SourcePage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return sources.page(filter, orderBy, PageRequest.of(first, after, last, before));
    }
}
