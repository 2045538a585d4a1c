package org.parley.graph;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;

/** Checks the ids that a filter or an argument names. */
@ApplicationScoped
public class Ids {
    private final EntityManager entities;

    Ids(EntityManager entities) {
        this.entities = entities;
    }

    /** The ids to check, each under the argument that names it. */
    public static final class Named {
        private final Map<String, String> argumentById = new LinkedHashMap<>();
        private final Set<String> known;

        /** @param known ids that need no check; those that pass it are added */
        Named(Set<String> known) {
            this.known = known;
        }

        /** The full ids of one argument, or null if the argument is null. */
        public List<String> of(String argument, RecordKind kind, Collection<String> slugsOrIds) {
            if (slugsOrIds == null) {
                return null;
            }
            List<String> ids = slugsOrIds.stream().map(kind::id).toList();
            ids.forEach(id -> argumentById.putIfAbsent(id, argument));
            return ids;
        }

        /** The same for ids that have their type in front. */
        public List<String> of(String argument, Collection<String> ids) {
            if (ids == null) {
                return null;
            }
            ids.forEach(id -> argumentById.putIfAbsent(id, argument));
            return List.copyOf(ids);
        }
    }

    /**
     * One statement for all ids; none if there are none.
     *
     * @throws UnknownId if no record has one of them
     */
    public void mustExist(Named named) {
        named.argumentById.keySet().removeAll(named.known);
        if (named.argumentById.isEmpty()) {
            return;
        }
        Set<String> known = new HashSet<>(Sql.bind(
                        entities.unwrap(Session.class),
                        "select id from record where id = any(?)",
                        List.of(List.copyOf(named.argumentById.keySet())),
                        String.class)
                .getResultList());
        named.known.addAll(known);
        named.argumentById.forEach((id, argument) -> {
            if (!known.contains(id)) {
                throw new UnknownId(
                        argument + " must name records that exist; there is no " + InvalidArgument.shown(id));
            }
        });
    }
}
