package org.parley.graph;

import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One value of an enumeration of the schema to which every feature may add: a Java enum would have to name the values of all.
 *
 * <p>A value is found by the service loader ({@code META-INF/services} names its class), or is a constant of its type. The types
 * are collected once, when the program is built. Immutable; equal only to itself.
 */
public abstract class Kind {
    private final String name;
    private final String description;

    /**
     * @param name        as the schema spells it, in UPPER_SNAKE case
     * @param description what the schema says of it
     */
    protected Kind(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** As the schema spells it. */
    public final String name() {
        return name;
    }

    /** What the schema says of it. */
    public final String description() {
        return description;
    }

    @Override
    public final String toString() {
        return name;
    }

    /**
     * The values of one type by their names: its own, and those that the service loader finds.
     *
     * @throws IllegalStateException if two have one name
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
