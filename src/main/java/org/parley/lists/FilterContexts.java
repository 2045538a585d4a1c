package org.parley.lists;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes a {@link FilterContext} for each list that is asked for. What one list of a request has looked up, no other looks up again:
 * a filter inside a list is put once for each parent, and must not cost a statement each.
 */
@RequestScoped
public class FilterContexts {
    private final Ids ids;
    private final Words words;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Sought> soughtByText = new HashMap<>();

    FilterContexts(Ids ids, Words words) {
        this.ids = ids;
        this.words = words;
    }

    public FilterContext open() {
        return new FilterContext(ids, words, known, soughtByText);
    }
}
