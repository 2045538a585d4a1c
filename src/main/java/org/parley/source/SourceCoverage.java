package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What one source contributes to the record. */
@Description("What one source contributes to the record.")
public class SourceCoverage {
    @NonNull
    @Description("The source.")
    public final Source source;

    @NonNull
    @Description("How many records of each kind it supports; kinds with none are left out.")
    public final List<@NonNull KindCount> kinds;

    @Description("How many records no other origin supports; copies of the source's own text do not count as another.")
    public final int soleFacts;

    SourceCoverage(Source source, List<KindCount> kinds, int soleFacts) {
        this.source = source;
        this.kinds = kinds;
        this.soleFacts = soleFacts;
    }

    @Description("How many records it supports.")
    public int getFacts() {
        return kinds.stream().mapToInt(KindCount::count).sum();
    }
}
