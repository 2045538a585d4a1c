package org.parley.graph;

import java.util.Collection;

/**
 * An enumeration of the schema whose values are the {@link Kind}s that features add. The resolvers name its class as a custom
 * scalar; the engine makes an enumeration of that name in the scalar's place. Found by the service loader when the program is built.
 */
public interface OpenEnum {

    /** The type's name in the schema. */
    String name();

    /** The type's description in the schema. */
    String description();

    /** All values; at least one. */
    Collection<? extends Kind> values();
}
