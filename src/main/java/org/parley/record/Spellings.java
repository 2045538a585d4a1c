package org.parley.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tokens that spell the same word: disjoint sets, each known by its first member in the order of the alphabet. */
final class Spellings {
    private final Map<String, String> parent = new LinkedHashMap<>();

    void equate(String one, String other) {
        String a = root(one);
        String b = root(other);
        if (!a.equals(b)) {
            parent.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
        }
    }

    /** The form that stands for all spellings of the token; the token itself if it has no other. */
    String root(String token) {
        String at = token;
        while (parent.containsKey(at)) {
            at = parent.get(at);
        }
        return at;
    }

    /** Every token that another one stands for. */
    Map<String, String> canonical() {
        Map<String, String> canonical = new TreeMap<>();
        parent.keySet().forEach(token -> canonical.put(token, root(token)));
        return canonical;
    }
}
