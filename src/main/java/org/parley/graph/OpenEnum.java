package org.parley.graph;

import java.util.Collection;
import java.util.List;

/**
 * An enumeration of the schema whose values are the {@link Kind}s that features add. The resolvers name its class as a custom
 * scalar; the engine makes an enumeration of that name in the scalar's place. Subclasses are found by the service loader when the
 * program is built. Immutable.
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
