package org.parley.graph;

import java.util.Collection;
import java.util.List;

/**
 * A GraphQL enumeration whose values are the {@link Kind}s that features add. For SmallRye, the class that the resolvers use is a
 * custom scalar; the engine replaces that scalar by an enumeration of the same name. The service loader finds the subclasses at
 * build time. Immutable.
 */
public abstract class OpenEnum {
    private final String name;
    private final String description;
    private final List<Kind> values;

    /**
     * @param name        the type's name in the schema
     * @param description the type's description in the schema
     * @param values      all of them; at least one
     */
    protected OpenEnum(String name, String description, Collection<? extends Kind> values) {
        this.name = name;
        this.description = description;
        this.values = List.copyOf(values);
    }

    /** The type's name in the schema. */
    public final String name() {
        return name;
    }

    /** The type's description in the schema. */
    public final String description() {
        return description;
    }

    /** All values. */
    public final List<Kind> values() {
        return values;
    }
}
