package org.parley.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A record in a list, with its place. */
@RegisterForReflection // its getters are called by reflection on its subclasses
public abstract class ListEdge<T> {
    /** Not named like the getter: SmallRye would take the field's type for that of the GraphQL field. */
    private final Cursor place;

    private final T node;

    protected ListEdge(Cursor cursor, T node) {
        this.place = cursor;
        this.node = node;
    }

    @NonNull
    @Description("The record's place in this list and order, for after and before.")
    public String getCursor() {
        return place.encode();
    }

    @NonNull
    @Description("The record.")
    public T getNode() {
        return node;
    }
}
