package org.parley.lists;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes a {@link FilterContext} for each list. All contexts of one request share a cache of ids and texts: the filter of a nested
 * list is read once for each parent, and must not cost a statement each time.
 */
@RequestScoped
public class FilterContexts {
    private final Ids ids;
    private final Vocabulary vocabulary;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Sought> soughtByText = new HashMap<>();

    FilterContexts(Ids ids, Vocabulary vocabulary) {
        this.ids = ids;
        this.vocabulary = vocabulary;
    }

    public FilterContext open() {
        return new FilterContext(ids, vocabulary, known, soughtByText);
    }
}
