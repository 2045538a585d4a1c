package org.parley.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.parley.graph.Node;

/** Matches the records that a batch found with the parents that it was called for: one answer for each parent, in the same order. */
public final class Batch {
    private Batch() {}

    /** For each parent the record whose id the reference returns; null if the reference is null or no record has that id. */
    public static <P, T extends Node> List<T> one(
            List<P> parents, Function<P, String> reference, Function<List<String>, List<T>> byIds) {
        Map<String, T> found = new HashMap<>();
        byIds.apply(distinct(parents.stream().map(reference).toList())).forEach(row -> found.put(row.getId(), row));
        return aligned(parents, parent -> found.get(reference.apply(parent)));
    }

    /** For each parent the records whose ids the references return, in that order, without ids that no record has. */
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

    private static List<String> distinct(List<String> ids) {
        return ids.stream().filter(Objects::nonNull).distinct().toList();
    }

    private static <P, A> List<A> aligned(List<P> parents, Function<P, A> answer) {
        List<A> answers = new ArrayList<>(parents.size());
        parents.forEach(parent -> answers.add(answer.apply(parent)));
        return answers;
    }
}
