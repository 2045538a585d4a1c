package org.parley.actor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.lists.Rows;

/** Every query about affiliations. */
@ApplicationScoped
class Affiliations implements PanacheRepositoryBase<Affiliation, String> {

    /**
     * Whose affiliations, and when.
     *
     * @param on a day on which they may have held, or null for all
     */
    record Key(String actor, LocalDate on) {}

    /** What each actor holds, in the order of the record. */
    List<List<Affiliation>> heldBy(List<Key> keys) {
        return aligned(
                keys,
                Rows.of(getEntityManager(), Affiliation.class, "personId", actors(keys), "personId", "ordinal"),
                a -> a.personId);
    }

    /** Who belongs to each actor, in the order of their ids. */
    List<List<Affiliation>> membersOf(List<Key> keys) {
        return aligned(
                keys,
                Rows.of(
                        getEntityManager(),
                        Affiliation.class,
                        "organizationId",
                        actors(keys),
                        "organizationId",
                        "personId",
                        "ordinal"),
                a -> a.organizationId);
    }

    private static List<String> actors(List<Key> keys) {
        return keys.stream().map(Key::actor).distinct().toList();
    }

    private static List<List<Affiliation>> aligned(
            List<Key> keys, List<Affiliation> found, Function<Affiliation, String> actor) {
        Map<String, List<Affiliation>> byActor = found.stream().collect(Collectors.groupingBy(actor));
        return keys.stream()
                .map(key -> byActor.getOrDefault(key.actor(), List.of()).stream()
                        .filter(affiliation -> key.on() == null || affiliation.coversOrMay(key.on()))
                        .toList())
                .toList();
    }
}
