package org.parley.imports;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.lists.Words;

/**
 * The records of a seed by their names and addresses. A name is compared as search compares words; a record's own name goes before the other
 * forms of names, as Russia is the name of the state and also what its government is called. For use by one thread.
 */
final class KnownNames {
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, Set<String>> byForm = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final Map<String, String> byUrl = new HashMap<>();

    /** Takes the names of a record in. */
    void add(String kind, Map<String, Object> row) {
        String id = (String) row.get("id");
        name(byName, kind, row.get("name"), id);
        name(byName, kind, row.get("title"), id);
        if (row.get("names") instanceof List<?> names) {
            names.forEach(each -> name(byForm, kind, ((Map<?, ?>) each).get("text"), id));
        }
        if (row.get("mergedInto") instanceof String other) {
            mergedInto.put(kind + "/" + id, other);
        }
        if (kind.equals("sources") && row.get("url") instanceof String url) {
            byUrl.putIfAbsent(url, id);
        }
    }

    private static void name(Map<String, Set<String>> into, String kind, Object name, String id) {
        if (name instanceof String text) {
            into.computeIfAbsent(kind + "/" + folded(text), key -> new LinkedHashSet<>())
                    .add(id);
        }
    }

    private static String folded(String name) {
        return Words.of(name).stream().map(Words.Word::token).collect(Collectors.joining(" "));
    }

    /** The ids of the records with exactly this name, or else with this form of it, in order; those that were merged count as what they are. */
    Set<String> ids(String kind, String name) {
        String key = kind + "/" + folded(name);
        Set<String> ids = new TreeSet<>();
        byName.getOrDefault(key, byForm.getOrDefault(key, Set.of()))
                .forEach(id -> ids.add(mergedInto.getOrDefault(kind + "/" + id, id)));
        return ids;
    }

    /** The source with an address; null if there is none. */
    String source(String url) {
        return byUrl.get(url);
    }
}
