package org.parley.lists;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.graph.Redirects;

/** Records of any kind by their ids. */
@ApplicationScoped
public class Nodes {
    private final Map<RecordKind, RecordRepository<?>> repositories;

    private final Redirects redirects;

    Nodes(@All List<RecordRepository<?>> repositories, Redirects redirects) {
        this.redirects = redirects;
        this.repositories =
                repositories.stream().collect(Collectors.toMap(RecordRepository::kind, repository -> repository));
    }

    /** The records that these ids lead to, in their order, null where there is none; one statement for each kind. */
    public List<Node> at(List<String> named) {
        List<String> ids = named.stream().map(redirects::leadsTo).toList();
        Map<RecordKind, List<String>> byKind = new LinkedHashMap<>();
        for (String id : ids) {
            RecordKind.of(id).ifPresent(kind -> byKind.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(id));
        }
        Map<String, Node> found = new HashMap<>();
        byKind.forEach(
                (kind, some) -> repositories.get(kind).byIds(some).forEach(node -> found.put(node.getId(), node)));
        List<Node> nodes = new ArrayList<>(ids.size());
        for (String id : ids) {
            nodes.add(found.get(id));
        }
        return nodes;
    }

    /** The records with these ids, in their order, without those that do not exist; one statement for each kind. */
    public List<Node> byIds(List<String> ids) {
        return at(ids).stream().filter(Objects::nonNull).toList();
    }
}
