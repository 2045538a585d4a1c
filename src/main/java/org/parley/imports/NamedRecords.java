package org.parley.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.actor.ActorKind;

/** Finds the records that a row names, and makes the actors, places and issues that the record lacks. For one row, by one thread. */
final class NamedRecords {
    private final RowMapping into;

    NamedRecords(RowMapping into) {
        this.into = into;
    }

    /**
     * The id of the actor with an id or a name; of a new one if there is none.
     *
     * @param kind  of a new one
     * @param side  of a new one; null if it has none
     * @param cited what a new one rests on
     */
    String actor(String column, String name, ActorKind kind, String side, Map<String, Object> cited) {
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("kind", kind.name());
        rest.put("description", described(kind.name()));
        MappedRow.put(rest, "side", side);
        rest.put("citations", List.of(cited));
        return named("actors", "actor/", column, name, rest, " of kind " + kind);
    }

    /**
     * The id of the place with an id or a name; of a new one if there is none.
     *
     * @param kind of a new one, as in a seed
     */
    String place(String column, String name, String kind) {
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("kind", kind);
        return named("places", "place/", column, name, rest, " of kind " + kind);
    }

    /** The id of the issue with an id or a name; of a new one, which rests on what is cited, if there is none. */
    String issue(String column, String name, Map<String, Object> cited) {
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("description", described("Issue"));
        rest.put("citations", List.of(cited));
        return named("issues", "issue/", column, name, rest, "");
    }

    private String named(
            String kind, String prefix, String column, String name, Map<String, Object> rest, String described) {
        String known = into.find(kind, prefix, column, name);
        if (known != null) {
            return known;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        String id = into.newId(kind, name);
        row.put("id", id);
        row.put("name", name);
        row.putAll(rest);
        row.remove("side", id);
        into.make(kind, row);
        into.tell(ImportCode.CREATED, column, name, "was not in the record; added as " + prefix + id + described);
        return id;
    }

    private String described(String what) {
        String words =
                what.charAt(0) + what.substring(1).toLowerCase(Locale.ROOT).replace("ization", "isation");
        return words + " named in " + into.fileName() + ".";
    }

    /**
     * The id of the round with an id or a title.
     *
     * @throws RowRefused if there is none
     */
    String round(String column, String name) {
        return there("rounds", "round/", column, name, ImportCode.UNKNOWN_ROUND, "a round");
    }

    /**
     * The id of the negotiation with an id or a title.
     *
     * @throws RowRefused if there is none
     */
    String negotiation(String column, String name) {
        return there("negotiations", "negotiation/", column, name, ImportCode.UNKNOWN_NEGOTIATION, "a negotiation");
    }

    private String there(String kind, String prefix, String column, String name, ImportCode code, String what) {
        String id = into.find(kind, prefix, column, name);
        if (id == null) {
            throw new RowRefused(code, column, name, "must be the id or the title of " + what + " of the record");
        }
        return id;
    }
}
