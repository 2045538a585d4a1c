package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.lists.Ordinals;

/** Changes records as a mutation would: by rows that are maps, held to the rules of a seed. */
@Singleton
class RowChanges {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Seeder seeder;

    @Inject
    RecordChanges changes;

    @Inject
    AgroalDataSource database;

    /** The rows of a folder's files, by the full ids of their records; a file that is absent has none. */
    static Map<String, Map<String, Object>> rows(Path folder, List<RecordRows> kinds) throws IOException {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (RecordRows kind : kinds) {
            Path file = folder.resolve(kind.file());
            List<?> all = Files.exists(file) ? JSON.readValue(Files.readString(file), List.class) : List.of();
            for (Object each : all) {
                @SuppressWarnings("unchecked") // a JSON object
                Map<String, Object> row = (Map<String, Object>) each;
                rows.put(kind.kind().id((String) row.get("id")), row);
            }
        }
        return rows;
    }

    /** A folder of files with these rows. */
    static void write(Map<String, Map<String, Object>> rows, List<RecordRows> kinds, Path folder) throws IOException {
        for (RecordRows kind : kinds) {
            List<Object> ofKind = new ArrayList<>();
            rows.forEach((id, row) -> {
                if (id.startsWith(kind.kind().prefix())) {
                    ofKind.add(row);
                }
            });
            JSON.writeValue(folder.resolve(kind.file()).toFile(), ofKind);
        }
    }

    /**
     * Changes records.
     *
     * @param rows by the full ids of their records; null: the record goes
     * @return what is wrong with the rows; if anything is, nothing is changed
     */
    List<Fault> change(Map<String, Map<String, Object>> rows) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                RecordChanges.Judgement judged = changes.judge(connection, rows, Map.of());
                if (judged.faults().isEmpty()) {
                    changes.write(judged);
                }
                return judged.faults().values().stream().flatMap(List::stream).toList();
            }
        });
    }

    /** From now on every record counts as the seed's, and no seed as loaded. */
    void forgetWhereTheyComeFrom() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update record set from_seed = true");
            statement.executeUpdate("delete from seed_load");
        }
    }

    /** The tables that number words and records, as what the numbers stand for: after a change other numbers mean the same. */
    private static final Map<String, String> NUMBERED = Map.of(
            "token",
            "select text from token",
            "record_order",
            "select row_number() over (order by ordinal), record_id from record_order",
            "term",
            "select token, form, stem, uses from term",
            "word",
            """
            select n.text, o.record_id, w.weight,
              (select string_agg(distinct t.form, ' ' order by t.form) from term t
               where t.stem = n.text and mod(w.forms / cast(power(2, t.variant) as bigint), 2) = 1)
            from word w
            join token n on n.number = w.entry / ORDINALS
            join record_order o on o.ordinal = mod(w.entry, ORDINALS)"""
                    .replace("ORDINALS", String.valueOf(Ordinals.COUNT)));

    /** Every row of every table, but for what tells where the record comes from. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet found = connection
                    .getMetaData()
                    .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    names.add(found.getString("TABLE_NAME"));
                }
            }
            for (String name : names) {
                if (!name.startsWith("flyway") && !name.equalsIgnoreCase("seed_load")) {
                    String table = name.toLowerCase(Locale.ROOT);
                    try (ResultSet rows =
                            statement.executeQuery(NUMBERED.getOrDefault(table, "select * from " + name))) {
                        tables.put(table, shown(rows));
                    }
                }
            }
        }
        assertThat(tables).hasSizeGreaterThan(30);
        return tables;
    }

    private static List<String> shown(ResultSet rows) throws SQLException {
        List<String> shown = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                if (!rows.getMetaData().getColumnName(i).equalsIgnoreCase("from_seed")) {
                    Object value = rows.getObject(i);
                    row.add(String.valueOf(
                            value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value));
                }
            }
            shown.add(String.join(" | ", row));
        }
        return sorted(shown);
    }

    private static List<String> sorted(Collection<String> rows) {
        return rows.stream().sorted().collect(Collectors.toList());
    }
}
