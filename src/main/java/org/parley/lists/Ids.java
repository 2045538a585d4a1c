package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.parley.graph.InvalidArgument;
import org.parley.graph.NearNames;
import org.parley.graph.Operation;
import org.parley.graph.RecordKind;
import org.parley.graph.UnknownId;
import org.parley.store.Sql;

/** Checks the ids that a filter or an argument names. */
@ApplicationScoped
public class Ids {
    /** So many ids are compared at most with one that is unknown. */
    private static final int COMPARED = 300;

    /** How many characters of a slug are taken to be right where too many begin with fewer. */
    private static final int BEGINNING = 3;

    /** More than any character of an id. */
    private static final char AFTER_ALL = '~';

    private final EntityManager entities;
    private final boolean hints;

    /** @param hints whether clients may see the schema, and so are told of ids that they did not ask for */
    Ids(
            EntityManager entities,
            @ConfigProperty(name = "parley.introspection.enabled", defaultValue = "true") boolean hints) {
        this.entities = entities;
        this.hints = hints;
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
                throw new UnknownId(argument + " must name records that exist; there is no " + InvalidArgument.shown(id)
                        + near(id));
            }
        });
    }

    /** Asks whether another id of the same kind was meant, by two short walks along the index of ids at most. */
    private String near(String id) {
        RecordKind kind = RecordKind.of(id).orElse(null);
        if (!hints
                || kind == null
                || id.length() > kind.prefix().length() + NearNames.LONGEST
                || !Operation.current().mayGuess()) {
            return "";
        }
        List<String> ids = beginningWith(kind.prefix());
        int beginning = kind.prefix().length() + BEGINNING;
        if (ids.size() == COMPARED && id.length() > beginning) {
            ids = beginningWith(id.substring(0, beginning));
        }
        int prefix = kind.prefix().length();
        return NearNames.question(
                id.substring(prefix),
                ids.stream().map(each -> each.substring(prefix)).toList());
    }

    private List<String> beginningWith(String beginning) {
        return Sql.bind(
                        entities.unwrap(Session.class),
                        "select id from record where id >= ? and id < ? order by id fetch first " + COMPARED
                                + " rows only",
                        List.of(beginning, beginning + AFTER_ALL),
                        String.class)
                .getResultList();
    }
}
