package org.parley.source;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Anything that rests on sources. Its citations and corroboration are contributed by {@link CitationApi}. */
@Description("A fact, or a part of one, with the sources that it rests on.")
public interface Cited {

    /** The id of its citations: the record's own id; for a part of a record, the record's id followed by the part's place in it. */
    @Id
    @NonNull
    @Description("The id under which the sources are recorded.")
    String getId();
}
