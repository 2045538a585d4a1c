package org.parley.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.parley.graph.Node;

/**
 * Matches the records that a batch found with the parents that it was called for: one answer for each parent, in the same order. Plain
 * loops: every field of every record passes here, and streams took twice the time.
 */
public final class Batch {
    private Batch() {}

    /** For each parent the record whose id the reference returns; null if the reference is null or no record has that id. */
    public static <P, T extends Node> List<T> one(
            List<P> parents, Function<P, String> reference, Function<List<String>, List<T>> byIds) {
        Set<String> ids = new LinkedHashSet<>();
        for (P parent : parents) {
            add(ids, reference.apply(parent));
        }
        Map<String, T> found = found(ids, byIds);
        List<T> answers = new ArrayList<>(parents.size());
        for (P parent : parents) {
            answers.add(found.get(reference.apply(parent)));
        }
        return answers;
    }

    /** For each parent the records whose ids the references return, in that order, without ids that no record has. */
    public static <P, T extends Node> List<List<T>> many(
            List<P> parents,
            Function<P, ? extends Collection<String>> references,
            Function<List<String>, List<T>> byIds) {
        Set<String> ids = new LinkedHashSet<>();
        for (P parent : parents) {
            for (String id : references.apply(parent)) {
                add(ids, id);
            }
        }
        Map<String, T> found = found(ids, byIds);
        List<List<T>> answers = new ArrayList<>(parents.size());
        for (P parent : parents) {
            Collection<String> referred = references.apply(parent);
            List<T> records = new ArrayList<>(referred.size());
            for (String id : referred) {
                T record = found.get(id);
                if (record != null) {
                    records.add(record);
                }
            }
            answers.add(records);
        }
        return answers;
    }

    private static void add(Set<String> ids, String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static <T extends Node> Map<String, T> found(Set<String> ids, Function<List<String>, List<T>> byIds) {
        List<T> records = byIds.apply(new ArrayList<>(ids));
        Map<String, T> found = new HashMap<>(2 * records.size());
        for (T record : records) {
            found.put(record.getId(), record);
        }
        return found;
    }
}
