package org.parley.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.record.ById;
import org.parley.record.RecordRows;

/**
 * The records whose rows have to be read again because of a change that does not edit them: where one is merged or no longer is, all that
 * name it and the records that it leads to; and with each record those that were merged into it.
 */
final class Carried {
    private Carried() {}

    /**
     * Finds them.
     *
     * @param rows   the rows that the change writes, by the full ids of their records; null: the record goes
     * @param merged the records that are merged now, each with the one that it leads to
     * @return by their ids, each with the id of a record in {@code rows} because of which it is read again
     */
    static Map<String, String> by(
            Connection connection, Map<String, Map<String, Object>> rows, Map<String, String> merged)
            throws SQLException {
        Map<String, String> carried = new LinkedHashMap<>();
        Set<String> moved = new LinkedHashSet<>();
        rows.forEach((id, row) -> {
            String before = merged.get(id);
            String after = into(id, row);
            if (!Objects.equals(before, after)) {
                moved.add(id);
                putIfThere(carried, before, id);
                putIfThere(carried, after, id);
            }
        });
        if (!moved.isEmpty()) {
            ById.pairs(
                    connection,
                    "select f.record_id, f.target_id from unnest(?) as o(id) join reference f on f.target_id = o.id",
                    moved,
                    carried::putIfAbsent);
        }
        merged.forEach((id, into) -> {
            if (rows.get(into) != null) {
                carried.putIfAbsent(id, into);
            } else if (carried.containsKey(into)) {
                carried.putIfAbsent(id, carried.get(into));
            }
        });
        carried.keySet().removeAll(rows.keySet());
        return carried;
    }

    private static void putIfThere(Map<String, String> carried, String id, String because) {
        if (id != null) {
            carried.put(id, because);
        }
    }

    private static String into(String id, Map<String, Object> row) {
        Object slug = row == null ? null : row.get(RecordRows.MERGED_INTO);
        return slug == null ? null : RecordKind.of(id).orElseThrow().id((String) slug);
    }
}
