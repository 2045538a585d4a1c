package org.parley.graph;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes a {@link Scope} for each list that is asked for. */
@ApplicationScoped
public class Scopes {
    private final Ids ids;
    private final Words words;

    Scopes(Ids ids, Words words) {
        this.ids = ids;
        this.words = words;
    }

    public Scope open() {
        return new Scope(ids, words);
    }
}
