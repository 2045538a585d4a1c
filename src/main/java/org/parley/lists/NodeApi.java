package org.parley.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.parley.graph.InvalidArgument;
import org.parley.graph.Node;

/** Any record by its id (Relay: Object Identification). */
@GraphQLApi
@RegisterForReflection
public class NodeApi {
    private final Nodes nodes;

    NodeApi(Nodes nodes) {
        this.nodes = nodes;
    }

    @Query
    @Description("Any record by its id, or null if there is none with it.")
    public Node node(@NonNull @Id @Description("The id with its type in front, such as round/abu-dhabi-2.") String id) {
        return nodes.at(List.of(id)).get(0);
    }

    @Query
    @Description(
            "Records of any kind by their ids, in the same order; null for an id that no record has. The list itself is null only if an error says why.")
    public List<Node> nodes(
            @NonNull @Id @Description("Ids with their type in front, at most 100.") List<@NonNull String> ids) {
        if (ids.size() > PageRequest.MAX) {
            throw new InvalidArgument("ids must hold at most " + PageRequest.MAX + " ids, not " + ids.size());
        }
        return nodes.at(ids);
    }
}
