package org.parley.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.lists.EntityTable;

/**
 * The records of the database that a change leaves as they are, as far as its rows refer to them. The rows are read twice: at first this
 * notes what they ask for, and answers that every id exists; {@link #read} then reads all of it, by one statement for the ids and one for
 * each type. So the number of statements does not grow with the number of rows. For one use by one thread.
 */
final class ReferredRecords implements StoredRecords {
    private final Set<String> replaced;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<Class<?>, Set<String>> sought = new LinkedHashMap<>();
    private final Map<RecordKind, Class<? extends Node>> whole = new HashMap<>();
    private final Map<RecordKind, List<String>> ofKind = new HashMap<>();
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, String> merged = new HashMap<>();
    private Set<String> known;

    /**
     * @param replaced ids of the records that the change replaces or takes away, and of their parts
     * @param merged   the ids of merged records, each with that of the record that it was merged into, without those of the change
     */
    ReferredRecords(Collection<String> replaced, Map<String, String> merged) {
        this.replaced = Set.copyOf(replaced);
        this.merged.putAll(merged);
    }

    /** See {@link KnownIds#leadsTo}. */
    String leadsTo(String id) {
        return merged.getOrDefault(id, id);
    }

    /** See {@link KnownIds#absorbedBy}. */
    String absorbedBy(String id) {
        return merged.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether there is a record with this full id that the change leaves. */
    boolean has(String id) {
        if (replaced.contains(id)) {
            return false;
        }
        if (merged.containsKey(id)) {
            // The record that it leads to can't be taken away.
            return true;
        }
        return known == null ? asked.add(id) || true : known.contains(id);
    }

    @Override
    public <T extends Node> Optional<T> find(Class<T> type, String id) {
        if (known == null) {
            sought.computeIfAbsent(type, none -> new LinkedHashSet<>()).add(id);
            return Optional.empty();
        }
        return Optional.ofNullable(nodes.get(id)).filter(type::isInstance).map(type::cast);
    }

    @Override
    public List<String> ids(RecordKind kind, Class<? extends Node> type) {
        if (known == null) {
            whole.put(kind, type);
            return List.of();
        }
        return ofKind.getOrDefault(kind, List.of());
    }

    /** Reads what was asked for; from now on, only that is known. */
    void read(Connection connection) throws SQLException {
        known = asked.isEmpty() ? Set.of() : ById.texts(connection, RecordChanges.RECORDS, asked);
        for (Map.Entry<RecordKind, Class<? extends Node>> each : whole.entrySet()) {
            String table = EntityTable.of(each.getValue()).name();
            List<String> ids = new ArrayList<>(ById.texts(connection, "select id from " + table + " order by id"));
            ids.removeAll(replaced);
            ofKind.put(each.getKey(), ids);
            sought.computeIfAbsent(each.getValue(), none -> new LinkedHashSet<>())
                    .addAll(ids);
        }
        for (Map.Entry<Class<?>, Set<String>> each : sought.entrySet()) {
            each.getValue().removeAll(replaced);
            if (!each.getValue().isEmpty()) {
                read(connection, EntityTable.of(each.getKey()), each.getValue());
            }
        }
    }

    private void read(Connection connection, EntityTable<?> table, Set<String> ids) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.byIds())) {
            select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Node node = (Node) table.read(rows, 1);
                    nodes.put(node.getId(), node);
                }
            }
        }
    }
}
