package org.parley.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.graph.Node;

/** The one way in which what a batch found meets what it was asked for: same length, same order. */
public final class Batch {
    private Batch() {}

    /** For each parent the one record that its reference names; null where it names none. */
    public static <P, T extends Node> List<T> one(
            List<P> parents, Function<P, String> reference, Function<List<String>, List<T>> byIds) {
        Map<String, T> found = new HashMap<>();
        byIds.apply(distinct(parents.stream().map(reference).toList())).forEach(row -> found.put(row.getId(), row));
        return aligned(parents, parent -> found.get(reference.apply(parent)));
    }

    /** For each parent the records that its references name, in their order. */
    public static <P, T extends Node> List<List<T>> many(
            List<P> parents,
            Function<P, ? extends Collection<String>> references,
            Function<List<String>, List<T>> byIds) {
        Map<String, T> found = new HashMap<>();
        byIds.apply(distinct(parents.stream()
                        .flatMap(parent -> references.apply(parent).stream())
                        .toList()))
                .forEach(row -> found.put(row.getId(), row));
        return aligned(parents, parent -> references.apply(parent).stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .toList());
    }

    /** For each parent the rows that name it as their owner, in the order in which they were found. */
    public static <P, C> List<List<C>> children(
            List<P> parents,
            Function<P, String> id,
            Function<C, String> owner,
            Function<List<String>, List<C>> byOwners) {
        Map<String, List<C>> found = byOwners
                .apply(distinct(parents.stream().map(id).toList()))
                .stream()
                .collect(Collectors.groupingBy(owner));
        return aligned(parents, parent -> found.getOrDefault(id.apply(parent), List.of()));
    }

    /**
     * For each parent the records that its links name, in the links' order.
     *
     * @param owner  which parent a link belongs to
     * @param target which record a link names
     */
    public static <P, L, T extends Node> List<List<T>> linked(
            List<P> parents,
            Function<P, String> id,
            Function<L, String> owner,
            Function<L, String> target,
            Function<List<String>, List<L>> links,
            Function<List<String>, List<T>> byIds) {
        return many(
                children(parents, id, owner, links),
                linksOfOne -> linksOfOne.stream().map(target).toList(),
                byIds);
    }

    private static List<String> distinct(List<String> ids) {
        return ids.stream().filter(Objects::nonNull).distinct().toList();
    }

    private static <P, A> List<A> aligned(List<P> parents, Function<P, A> answer) {
        List<A> answers = new ArrayList<>(parents.size());
        parents.forEach(parent -> answers.add(answer.apply(parent)));
        return answers;
    }
}
