package org.parley.curator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** The fields that curators add to the schema. */
@GraphQLApi
@RegisterForReflection
public class CuratorApi {

    @Query
    @NonBlocking
    @Description("The curator whose token the request has; null without one.")
    public Viewer viewer() {
        Curator curator = Curator.current();
        return curator == null ? null : new Viewer(curator.name(), curator.role());
    }
}
