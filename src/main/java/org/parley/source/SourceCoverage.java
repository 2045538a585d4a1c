package org.parley.source;

import io.smallrye.graphql.api.Deprecated;
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
    public final int soleFactCount;

    SourceCoverage(Source source, List<KindCount> kinds, int soleFactCount) {
        this.source = source;
        this.kinds = kinds;
        this.soleFactCount = soleFactCount;
    }

    @Description("How many records it supports.")
    public int getFactCount() {
        return kinds.stream().mapToInt(KindCount::count).sum();
    }

    /** The name of {@code factCount} before, which names records elsewhere. */
    @Deprecated(reason = "It is a number: use factCount.")
    @Description("How many records it supports.")
    public int getFacts() {
        return getFactCount();
    }

    /** The name of {@code soleFactCount} before. */
    @Deprecated(reason = "It is a number: use soleFactCount.")
    @Description("How many records no other origin supports; copies of the source's own text do not count as another.")
    public int getSoleFacts() {
        return soleFactCount;
    }
}
