package org.parley.source;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.lists.Batch;

/** What every fact rests on. */
@GraphQLApi
@RegisterForReflection
public class CitationApi {
    private final Citations citations;
    private final Sources sources;

    CitationApi(Citations citations, Sources sources) {
        this.citations = citations;
        this.sources = sources;
    }

    @NonNull
    @Description("The places in sources that this rests on.")
    public List<@NonNull List<@NonNull Citation>> citations(
            @org.eclipse.microprofile.graphql.Source List<Cited> cited) {
        return citations.of(cited.stream().map(Cited::getId).toList());
    }

    @NonNull
    @Description("How widely this is supported.")
    public List<@NonNull Corroboration> corroboration(@org.eclipse.microprofile.graphql.Source List<Cited> cited) {
        return citations.corroborations(cited.stream().map(Cited::getId).toList());
    }

    @NonNull
    @Description("The cited document.")
    public List<@NonNull Source> source(@org.eclipse.microprofile.graphql.Source List<Citation> citations) {
        return Batch.one(citations, citation -> citation.sourceId, sources::byIds);
    }
}
