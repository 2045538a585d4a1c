package org.parley.graph;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of record, with the prefix of its ids. An enumeration in the schema. A feature adds a kind as a subclass that
 * {@code META-INF/services} names.
 */
@CustomScalar("RecordKind")
public class RecordKind extends Kind implements CustomStringScalar {
    public static final RecordKind ACTOR = new RecordKind("ACTOR", "A state, bloc, organisation, person or group.");

    public static final RecordKind ASSERTION =
            new RecordKind("ASSERTION", "Something that a source asserts in its own voice.");

    public static final RecordKind DISAGREEMENT =
            new RecordKind("DISAGREEMENT", "A difference between sources, or within one.");

    public static final RecordKind FIGURE = new RecordKind("FIGURE", "A claimed number.");

    public static final RecordKind INCIDENT = new RecordKind("INCIDENT", "Something that happened outside the talks.");

    public static final RecordKind ISSUE = new RecordKind("ISSUE", "A matter that the talks are about.");

    public static final RecordKind NEGOTIATION = new RecordKind("NEGOTIATION", "A process of talks.");

    public static final RecordKind OUTCOME = new RecordKind("OUTCOME", "A result of a round.");

    public static final RecordKind PLACE = new RecordKind("PLACE", "A place.");

    public static final RecordKind POSITION = new RecordKind("POSITION", "What an actor wants on an issue.");

    public static final RecordKind ROUND =
            new RecordKind("ROUND", "A meeting, or a series of sessions planned as one.");

    public static final RecordKind SESSION = new RecordKind("SESSION", "One sitting of a round.");

    public static final RecordKind SOURCE = new RecordKind("SOURCE", "A document that the record rests on.");

    public static final RecordKind STATEMENT = new RecordKind("STATEMENT", "What somebody said.");

    private static final Map<String, RecordKind> BY_NAME = byName(
            RecordKind.class,
            List.of(
                    ACTOR,
                    ASSERTION,
                    DISAGREEMENT,
                    FIGURE,
                    INCIDENT,
                    ISSUE,
                    NEGOTIATION,
                    OUTCOME,
                    PLACE,
                    POSITION,
                    ROUND,
                    SESSION,
                    SOURCE,
                    STATEMENT));

    static {
        int number = 0;
        for (RecordKind kind : BY_NAME.values()) {
            kind.number = number++;
        }
    }

    private final String prefix;
    private int number;

    /**
     * SmallRye requires this constructor of a custom scalar. It is never called: the engine replaces the scalar by an
     * enumeration.
     */
    private RecordKind(String name) {
        this(name, null);
        throw new UnsupportedOperationException(name);
    }

    /** See {@link Kind}. */
    protected RecordKind(String name, String description) {
        super(name, description);
        prefix = name.toLowerCase(Locale.ROOT) + "/";
    }

    /** @throws IllegalArgumentException if no kind has this name */
    public static RecordKind named(String name) {
        RecordKind kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("No kind of record is named " + name);
        }
        return kind;
    }

    /** The prefix of every id of this kind, such as {@code actor/}. */
    public String prefix() {
        return prefix;
    }

    /** Those of these full ids that records of this kind have. */
    public List<String> idsAmong(Collection<String> ids) {
        return ids.stream().filter(id -> id.startsWith(prefix)).toList();
    }

    /** Counts the kinds from 0, by name. A kind that is added changes the numbers of those that follow. */
    public int number() {
        return number;
    }

    /** The full id for a slug of this kind; an id that already has the prefix is returned as it is. */
    public String id(String slugOrId) {
        return slugOrId.startsWith(prefix) ? slugOrId : prefix + slugOrId;
    }

    /** All kinds, by name. */
    public static List<RecordKind> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The kind whose prefix the id has; empty if no kind has that prefix. */
    public static Optional<RecordKind> of(String id) {
        for (RecordKind kind : BY_NAME.values()) {
            if (id.startsWith(kind.prefix)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    @Override
    public String stringValueForSerialization() {
        return name();
    }

    /** The enumeration of the schema. */
    public static final class Type extends OpenEnum {
        public Type() {
            super(
                    "RecordKind",
                    "What kind of record an id names; the kind in lower case is the id's prefix.",
                    BY_NAME.values());
        }
    }
}
