package org.parley.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.graph.InvalidArgument;
import org.parley.graph.NearNames;
import org.parley.graph.Operation;
import org.parley.graph.RecordKind;
import org.parley.graph.Redirects;
import org.parley.graph.UnknownId;
import org.parley.store.ReadTransaction;
import org.parley.store.RecordQuestion;
import org.parley.store.Sql;

/** Checks that the ids of filters and arguments exist. Thread-safe. */
@ApplicationScoped
public class Ids {
    /** How many existing ids are compared at most with an unknown one, to suggest similar ones. */
    private static final int COMPARED = 300;

    /** If a kind has more ids than that, only those with the same first characters are compared: this many. */
    private static final int BEGINNING = 3;

    private static final RecordQuestion EXISTS = RecordQuestion.ofRecord();

    /** Sorts after every character of an id. */
    private static final char AFTER_ALL = '~';

    private final Redirects redirects;
    private final boolean hints;

    /** @param hints whether errors may suggest existing ids: only if clients may read the schema */
    Ids(
            Redirects redirects,
            @ConfigProperty(name = "parley.introspection.enabled", defaultValue = "true") boolean hints) {
        this.redirects = redirects;
        this.hints = hints;
    }

    /**
     * Collects ids to check. Those of merged records lead to the others.
     *
     * @param known ids that are known to exist and need no check; those that pass the check are added
     */
    Named named(Set<String> known) {
        return new Named(redirects, known);
    }

    /** The ids to check, each with the argument that names it. */
    public static final class Named {
        private final Map<String, String> argumentById = new LinkedHashMap<>();
        private final Redirects redirects;
        private final Set<String> known;

        private Named(Redirects redirects, Set<String> known) {
            this.redirects = redirects;
            this.known = known;
        }

        /** The full ids of one argument, or null if the argument is null. */
        public List<String> of(String argument, RecordKind kind, Collection<String> slugsOrIds) {
            return slugsOrIds == null
                    ? null
                    : of(argument, slugsOrIds.stream().map(kind::id).toList());
        }

        /** The same for full ids, of records of any kind. */
        public List<String> of(String argument, Collection<String> ids) {
            if (ids == null) {
                return null;
            }
            List<String> ends = ids.stream().map(redirects::leadsTo).toList();
            ends.forEach(id -> argumentById.putIfAbsent(id, argument));
            return ends;
        }
    }

    /**
     * Checks all ids by one statement at most.
     *
     * @throws UnknownId if no record has one of them
     */
    public void mustExist(Named named) {
        named.argumentById.keySet().removeAll(named.known);
        if (named.argumentById.isEmpty()) {
            return;
        }
        Set<String> known = ReadTransaction.current()
                .answers(EXISTS, named.argumentById.keySet(), Ids::existing, exists -> 0)
                .keySet();
        named.known.addAll(known);
        named.argumentById.forEach((id, argument) -> {
            if (!known.contains(id)) {
                throw new UnknownId(argument + " must name records that exist; there is no " + InvalidArgument.shown(id)
                        + near(id));
            }
        });
    }

    /** Those of these ids that records have. */
    private static Map<String, Boolean> existing(List<String> ids) {
        Map<String, Boolean> existing = new HashMap<>();
        Sql.read(
                "select r.id from unnest(?) as o(id) join record r on r.id = o.id",
                List.of(ids),
                row -> existing.put(row.getString(1), true));
        return existing;
    }

    /** A question that suggests similar ids of the same kind, from at most two short index scans; empty if there are none. */
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
                        "select id from record where id >= ? and id < ? order by id fetch first " + COMPARED
                                + " rows only",
                        List.of(beginning, beginning + AFTER_ALL),
                        String.class)
                .getResultList();
    }
}
