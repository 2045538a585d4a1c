package org.parley.graph;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;

/** The kinds of record, each with the prefix that its ids carry. */
@Description("What kind of record an id names; the kind in lower case is the id's prefix.")
public enum RecordKind {
    @Description("A state, bloc, organisation, person or group.")
    ACTOR,
    @Description("Something that a source asserts in its own voice.")
    ASSERTION,
    @Description("A difference between sources, or within one.")
    DISAGREEMENT,
    @Description("A claimed number.")
    FIGURE,
    @Description("Something that happened outside the talks.")
    INCIDENT,
    @Description("A matter that the talks are about.")
    ISSUE,
    @Description("A process of talks.")
    NEGOTIATION,
    @Description("A result of a round.")
    OUTCOME,
    @Description("A place.")
    PLACE,
    @Description("What an actor wants on an issue.")
    POSITION,
    @Description("A meeting, or a series of sessions planned as one.")
    ROUND,
    @Description("One sitting of a round.")
    SESSION,
    @Description("A document that the record rests on.")
    SOURCE,
    @Description("What somebody said.")
    STATEMENT;

    private final String prefix = name().toLowerCase(java.util.Locale.ROOT) + "/";

    /** What every id of this kind begins with, such as {@code actor/}. */
    public String prefix() {
        return prefix;
    }

    /** The full id for a slug of this kind; an id that already has the prefix is returned as it is. */
    public String id(String slugOrId) {
        return slugOrId.startsWith(prefix) ? slugOrId : prefix + slugOrId;
    }

    /** The kind that an id's prefix names, or empty if it names none. */
    public static Optional<RecordKind> of(String id) {
        return Arrays.stream(values())
                .filter(kind -> id.startsWith(kind.prefix))
                .findFirst();
    }
}
