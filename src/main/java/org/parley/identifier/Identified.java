package org.parley.identifier;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A record that may have ids in other data sets. {@link IdentifierApi} contributes them. */
@Description("A record that may have ids in other data sets, catalogues and registers.")
public interface Identified {
    @Id
    @NonNull
    @Description("The id in this record.")
    String getId();
}
