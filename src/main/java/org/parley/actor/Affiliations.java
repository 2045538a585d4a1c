package org.parley.actor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.parley.lists.Rows;

/** Every query about affiliations. */
@ApplicationScoped
class Affiliations {
    private final Rows rows;

    Affiliations(Rows rows) {
        this.rows = rows;
    }

    /**
     * Which affiliations to read.
     *
     * @param actor the full id of the actor
     * @param on    only those that may have held on this day; null for all
     */
    record Key(String actor, LocalDate on) {}

    /** What each actor holds, in the order of the record. */
    List<List<Affiliation>> heldBy(List<Key> keys) {
        return on(keys, rows.of(Affiliation.class, "personId", actors(keys), "ordinal"));
    }

    /** Who belongs to each actor, in the order of their ids. */
    List<List<Affiliation>> membersOf(List<Key> keys) {
        return on(keys, rows.naming(Affiliation.class, "organizationId", actors(keys), "personId", "ordinal"));
    }

    private static List<String> actors(List<Key> keys) {
        return keys.stream().map(Key::actor).toList();
    }

    private static List<List<Affiliation>> on(List<Key> keys, List<List<Affiliation>> found) {
        return IntStream.range(0, keys.size())
                .mapToObj(i -> found.get(i).stream()
                        .filter(affiliation -> keys.get(i).on() == null
                                || affiliation.coversOrMay(keys.get(i).on()))
                        .toList())
                .toList();
    }
}
