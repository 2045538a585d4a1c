package org.parley.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A record in a list, with its place. */
@RegisterForReflection // its getters are called by reflection on its subclasses
public abstract class ListEdge<T> {
    private final String cursor;
    private final T node;

    protected ListEdge(String cursor, T node) {
        this.cursor = cursor;
        this.node = node;
    }

    @NonNull
    @Description("The record's place in this list and order, for after and before.")
    public String getCursor() {
        return cursor;
    }

    @NonNull
    @Description("The record.")
    public T getNode() {
        return node;
    }
}
