package org.parley.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;

/**
 * The records in the database that were not loaded from a seed, with their rows except derived ones. A load keeps them. All are in
 * memory: people wrote them, so there are few.
 */
final class OwnRecords implements StoredRecords {
    /** The tables that hold rows of every kind of record; the column with the record's id is {@code record_id}. */
    static final List<String> SHARED_TABLES =
            List.of("span", "citation", "passage", "spelling", "identifier", "redirect");

    /**
     * SQL for the id of the record that a row of {@code citation} belongs to: {@code record_id} up to its second slash, since it may be
     * the id of a part of the record.
     */
    private static final String CITING_RECORD =
            "(case when position('/' in substring(record_id from position('/' in record_id) + 1)) = 0 then record_id"
                    + " else substring(record_id from 1 for position('/' in record_id)"
                    + " + position('/' in substring(record_id from position('/' in record_id) + 1)) - 1) end)";

    private final Set<String> ids = new HashSet<>();
    private final Map<String, Content> tables = new LinkedHashMap<>();

    /** Ids of records from the last loaded seed, each with the id of one of these records that refers to it. */
    private final Map<String, String> referredTo = new TreeMap<>();

    private final BiFunction<Class<?>, String, Object> finder;

    /**
     * Rows of a table.
     *
     * @param owner the index of the column with the id of the record, or of its part, that a row belongs to
     */
    private record Content(List<String> columns, int owner, List<Object[]> rows) {}

    private OwnRecords(BiFunction<Class<?>, String, Object> finder) {
        this.finder = finder;
    }

    /** An empty set, also for checks in which they don't matter. */
    static OwnRecords none() {
        return new OwnRecords((type, id) -> null);
    }

    /** @param finder reads the record with a type and an id from the database */
    static OwnRecords read(Connection connection, List<RecordRows> kinds, BiFunction<Class<?>, String, Object> finder)
            throws SQLException {
        OwnRecords own = new OwnRecords(finder);
        own.read(connection, "record", "id", "not from_seed");
        Content records = own.tables.get("record");
        records.rows.forEach(row -> own.ids.add((String) row[records.owner]));
        if (own.isEmpty()) {
            return own;
        }
        String owned = " in (select id from record where not from_seed)";
        for (RecordRows kind : kinds) {
            for (RecordRows.Table table : kind.tables()) {
                own.read(connection, table.name(), table.owner(), table.owner() + owned);
            }
        }
        for (String table : SHARED_TABLES) {
            own.read(connection, table, "record_id", record(table) + owned);
        }
        own.findReferences(connection);
        return own;
    }

    /** SQL for the id of the record that a row of one of {@link #SHARED_TABLES} belongs to. */
    static String record(String sharedTable) {
        return sharedTable.equals("citation") ? CITING_RECORD : "record_id";
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    int size() {
        return ids.size();
    }

    /** Passes the kind and the slug of each record to the reader. */
    void forEach(BiConsumer<RecordKind, String> reader) {
        ids.forEach(id -> RecordKind.of(id)
                .ifPresent(
                        kind -> reader.accept(kind, id.substring(kind.prefix().length()))));
    }

    /** The record with this id, if it is one of these records and has this type. */
    @Override
    public <T extends Node> Optional<T> find(Class<T> type, String id) {
        return ids.contains(id) ? Optional.ofNullable(type.cast(finder.apply(type, id))) : Optional.empty();
    }

    @Override
    public List<String> ids(RecordKind kind, Class<? extends Node> type) {
        return ids.stream().filter(id -> id.startsWith(kind.prefix())).sorted().toList();
    }

    /** Adds a fault for each record that one of these refers to and the new seed no longer has. */
    void mustFind(KnownIds known, Faults faults) {
        referredTo.forEach((id, by) -> {
            if (!known.isAny(id)) {
                faults.add(new Fault(
                        FaultCode.IN_USE,
                        id,
                        List.of(),
                        null,
                        "must stay in the seed, because " + by + ", which was not loaded from it, refers to it",
                        "",
                        null));
            }
        });
    }

    /** Inserts the rows that were read from a table and have been deleted since. */
    void restore(Connection connection, String table) throws SQLException {
        Content content = tables.get(table);
        if (content == null || content.rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " ("
                + String.join(", ", content.columns) + ") values ("
                + String.join(", ", Collections.nCopies(content.columns.size(), "?")) + ")")) {
            Inserts rows = new Inserts(insert);
            for (Object[] row : content.rows) {
                rows.add(row);
            }
            rows.flush();
        }
    }

    /** @param owner the column with the id of the record, or of its part */
    private void read(Connection connection, String table, String owner, String condition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select * from " + table + " where " + condition);
                ResultSet found = select.executeQuery()) {
            ResultSetMetaData shape = found.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                columns.add(shape.getColumnName(i).toLowerCase(Locale.ROOT));
            }
            List<Object[]> rows = new ArrayList<>();
            while (found.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
            tables.put(table, new Content(columns, columns.indexOf(owner), rows));
        }
    }

    private void findReferences(Connection connection) throws SQLException {
        Map<String, String> named = new TreeMap<>();
        for (Content content : tables.values()) {
            for (Object[] row : content.rows) {
                for (Object value : row) {
                    texts(value)
                            .filter(OwnRecords::mayBeId)
                            .forEach(id -> named.putIfAbsent(id, (String) row[content.owner]));
                }
            }
        }
        named.keySet().removeAll(ids);
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from record where id = ? and from_seed")) {
            for (Map.Entry<String, String> each : named.entrySet()) {
                select.setString(1, each.getKey());
                try (ResultSet found = select.executeQuery()) {
                    if (found.next()) {
                        referredTo.put(each.getKey(), each.getValue());
                    }
                }
            }
        }
    }

    private static Stream<String> texts(Object value) throws SQLException {
        if (value instanceof java.sql.Array array) {
            return Stream.of((Object[]) array.getArray()).map(String::valueOf);
        }
        return value instanceof String text ? Stream.of(text) : Stream.empty();
    }

    private static boolean mayBeId(String text) {
        return text.length() <= 200 && RecordKind.of(text).isPresent();
    }
}
