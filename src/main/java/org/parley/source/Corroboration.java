package org.parley.source;

import io.smallrye.graphql.api.Deprecated;
import org.eclipse.microprofile.graphql.Description;

/** How widely a fact is supported. Copies of one text count as one origin. */
@Description("How widely a fact is supported, counting copies of one text as one origin.")
public record Corroboration(
        @Description("How many sources are cited.") int sourceCount,
        @Description("How many origins those sources have; copies of one text have one.") int independentOrigins) {

    /** The name of {@code sourceCount} before, which names records elsewhere. */
    @Deprecated(reason = "It is a number: use sourceCount.")
    @Description("How many sources are cited.")
    public int getSources() {
        return sourceCount;
    }

    @Description("Whether all cited sources have one origin; false if none is cited.")
    public boolean isSingleOrigin() {
        return independentOrigins == 1;
    }
}
