package org.parley.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A record in a list, with its place. */
@RegisterForReflection // its getters are called by reflection on its subclasses
public abstract class ListEdge<T> {
    /** Not named cursor: SmallRye would take its type for that of the field in the schema. */
    private final Supplier<String> place;

    private final T node;

    /** @param cursor computes the cursor, which most clients do not ask for */
    protected ListEdge(Supplier<String> cursor, T node) {
        place = cursor;
        this.node = node;
    }

    @NonNull
    @Description("The record's place in this list and order, for after and before.")
    public String getCursor() {
        return place.get();
    }

    @NonNull
    @Description("The record.")
    public T getNode() {
        return node;
    }
}
