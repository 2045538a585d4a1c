package org.parley.graph;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes a {@link Scope} for each list that is asked for. What one list of a request has looked up, no other looks up again:
 * a filter inside a list is put once for each parent, and must not cost a statement each.
 */
@RequestScoped
public class Scopes {
    private final Ids ids;
    private final Words words;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Sought> soughtByText = new HashMap<>();

    Scopes(Ids ids, Words words) {
        this.ids = ids;
        this.words = words;
    }

    public Scope open() {
        return new Scope(ids, words, known, soughtByText);
    }
}
