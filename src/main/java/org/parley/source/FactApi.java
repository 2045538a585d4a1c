package org.parley.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.lists.PageRequest;

/** What each source supports. */
@GraphQLApi
@RegisterForReflection
public class FactApi {
    private final Facts facts;

    FactApi(Facts facts) {
        this.facts = facts;
    }

    @Query
    @Nullable
    @Description(
            "What each source contributes, and how much of it no other origin supports; null only if an error says why.")
    public List<@NonNull SourceCoverage> coverage() {
        return facts.coverage();
    }

    @NonNull
    @Description("What the source contributes, and how much of it no other origin supports.")
    public List<@NonNull SourceCoverage> coverage(@org.eclipse.microprofile.graphql.Source List<Source> sources) {
        return facts.coverage(sources);
    }

    @NonNull
    @Description("Every record that the source supports.")
    public FactPage facts(
            @org.eclipse.microprofile.graphql.Source Source source,
            @Description(PageRequest.FILTER) FactFilter filter,
            @Description(PageRequest.ORDER) FactPage.Order orderBy,
            @Description(PageRequest.FIRST) Integer first,
            @Description(PageRequest.AFTER) String after,
            @Description(PageRequest.LAST) Integer last,
            @Description(PageRequest.BEFORE) String before) {
        return facts.page(source.getId(), filter, orderBy, PageRequest.of(first, after, last, before));
    }
}
