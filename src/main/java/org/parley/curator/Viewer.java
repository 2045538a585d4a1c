package org.parley.curator;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The curator whose token the request has. */
@Description("The curator whose token the request has.")
public record Viewer(
        @NonNull @Description("The name, under which changes are recorded.") String name,
        @NonNull @Description("What the curator may do.") CuratorRole role) {}
