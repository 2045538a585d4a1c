package org.parley.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tokens that spell the same word, as disjoint sets (union-find). Each set is represented by its first token in alphabetical order. Not
 * thread-safe.
 */
final class Spellings {
    private final Map<String, String> parent = new LinkedHashMap<>();

    void equate(String one, String other) {
        String a = root(one);
        String b = root(other);
        if (!a.equals(b)) {
            parent.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
        }
    }

    /** The representative of the token's set; the token itself if it has no other spelling. */
    String root(String token) {
        String at = token;
        while (parent.containsKey(at)) {
            at = parent.get(at);
        }
        return at;
    }

    /** Every token that is not its own representative, with its representative. */
    Map<String, String> canonical() {
        Map<String, String> canonical = new TreeMap<>();
        parent.keySet().forEach(token -> canonical.put(token, root(token)));
        return canonical;
    }
}
