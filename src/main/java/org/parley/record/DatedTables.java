package org.parley.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.graph.RecordKind;

/** The tables of those kinds of record that have dates: they have a column {@code oldest_first} as {@code record} has. Thread-safe. */
final class DatedTables {
    private static final String TABLES =
            "select table_name from information_schema.columns where lower(column_name) = 'oldest_first'";

    private final List<RecordRows> kinds;
    private volatile Map<RecordKind, String> byKind;

    DatedTables(List<RecordRows> kinds) {
        this.kinds = kinds;
    }

    /** @param known the tables by the kinds of record that have dates */
    DatedTables(Map<RecordKind, String> known) {
        this.kinds = List.of();
        this.byKind = Map.copyOf(known);
    }

    /**
     * The table with the records of a kind.
     *
     * @param connection is asked at the first call
     * @return null if the kind has no dates
     */
    String of(RecordKind kind, Connection connection) throws SQLException {
        Map<RecordKind, String> known = byKind;
        if (known == null) {
            known = read(connection);
            byKind = known;
        }
        return known.get(kind);
    }

    private Map<RecordKind, String> read(Connection connection) throws SQLException {
        Set<String> dated = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                dated.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        Map<RecordKind, String> found = new HashMap<>();
        for (RecordRows rows : kinds) {
            found.put(rows.kind(), rows.mainTable().name());
            rows.parts().values().forEach(part -> found.put(part, part.name().toLowerCase(Locale.ROOT)));
        }
        found.values().retainAll(dated);
        return Map.copyOf(found);
    }
}
