package org.parley.graph;

import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One value of a GraphQL enumeration that every feature can extend. A Java enum would have to list the values of all features.
 *
 * <p>A value is a constant of its type, or a subclass that the service loader finds because {@code META-INF/services} names it.
 * All values are collected once, when the class of their type is initialized; in the executable, that is at build time.
 * Immutable, and compared by identity.
 */
public abstract class Kind {
    private final String name;
    private final String description;

    /**
     * @param name        the name in the schema, in UPPER_SNAKE case
     * @param description the description in the schema
     */
    protected Kind(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** The name in the schema, in UPPER_SNAKE case. */
    public final String name() {
        return name;
    }

    /** The description in the schema. */
    public final String description() {
        return description;
    }

    @Override
    public final String toString() {
        return name;
    }

    /**
     * All values of one type, by name: its constants, and those that the service loader finds.
     *
     * @throws IllegalStateException if two values have the same name
     */
    protected static <K extends Kind> Map<String, K> byName(Class<K> type, Collection<K> own) {
        Map<String, K> all = new TreeMap<>(own.stream().collect(Collectors.toMap(Kind::name, kind -> kind)));
        for (K added : ServiceLoader.load(type)) {
            if (all.put(added.name(), added) != null) {
                throw new IllegalStateException("Two values of " + type + " are named " + added.name());
            }
        }
        return all;
    }
}
