package org.parley.timeline;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.util.List;
import java.util.Map;
import org.parley.graph.Kind;
import org.parley.graph.OpenEnum;

/**
 * A kind of event. An enumeration in the schema. A feature whose records have days adds a kind as a subclass that
 * {@code META-INF/services} names.
 */
@CustomScalar("EventKind")
public class EventKind extends Kind implements CustomStringScalar {
    public static final EventKind STATEMENT = new EventKind("STATEMENT", "Somebody said something.");

    public static final EventKind INCIDENT = new EventKind("INCIDENT", "Something happened outside the talks.");

    public static final EventKind ROUND = new EventKind("ROUND", "A round of talks, or another meeting.");

    private static final Map<String, EventKind> BY_NAME = byName(EventKind.class, List.of(STATEMENT, INCIDENT, ROUND));

    /**
     * SmallRye requires this constructor of a custom scalar. It is never called: the engine replaces the scalar by an enumeration.
     */
    private EventKind(String name) {
        this(name, null);
        throw new UnsupportedOperationException(name);
    }

    /** See {@link Kind}. */
    protected EventKind(String name, String description) {
        super(name, description);
    }

    /** @throws IllegalArgumentException if no kind has this name */
    public static EventKind named(String name) {
        EventKind kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("No kind of event is named " + name);
        }
        return kind;
    }

    @Override
    public String stringValueForSerialization() {
        return name();
    }

    /** The enumeration of the schema. */
    public static final class Type extends OpenEnum {
        public Type() {
            super("EventKind", "What kind of event.", BY_NAME.values());
        }
    }
}
