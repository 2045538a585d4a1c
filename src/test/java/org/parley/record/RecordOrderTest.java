package org.parley.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.TestDatabase;
import org.parley.graph.RecordKind;
import org.parley.lists.Ordinals;

/** Whatever is added wherever, ordinals are in the order of kind, time and id. */
class RecordOrderTest {
    private final TestDatabase.Own own = TestDatabase.own();
    private final Random random = new Random(7);
    private final Set<String> forgotten = new HashSet<>();
    private Connection database;
    private RecordOrder order;
    private int records;

    @BeforeEach
    void open() throws SQLException {
        database = own.open();
        own.migrate();
        Map<RecordKind, String> views = new HashMap<>();
        for (RecordKind kind : List.of(RecordKind.STATEMENT, RecordKind.INCIDENT)) {
            String view = "order_of_" + kind.name();
            try (Statement statement = database.createStatement()) {
                statement.execute("create view " + view + " as select id, oldest_first from record where kind = '"
                        + kind.name() + "'");
            }
            views.put(kind, view);
        }
        order = new RecordOrder(database, new DatedTables(views));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void a_load_numbers_all_records() throws SQLException {
        for (int i = 0; i < 300; i++) {
            record(random.nextBoolean() ? "STATEMENT" : "ACTOR", time(), "r" + random.nextInt(1_000_000));
        }
        try (LoadProgress progress = LoadProgress.of()) {
            progress.begins("Sorting", 300, "records");
            order.fill(new LoadTarget(database, progress, false));
        }
        assertSorted();
    }

    @Test
    void records_are_added_one_by_one_and_together() throws SQLException {
        for (int i = 0; i < 60; i++) {
            List<String> added = new ArrayList<>();
            for (int n = random.nextInt(12); n >= 0; n--) {
                added.add(record(
                        List.of("STATEMENT", "STATEMENT", "INCIDENT", "ACTOR").get(random.nextInt(4)),
                        time(),
                        "r" + random.nextInt(1_000_000)));
            }
            add(added);
        }
        assertSorted();
    }

    /** Each takes half of the numbers that are left, so that after twenty the others must move. */
    @Test
    void the_numbers_between_two_records_do_not_run_out() throws SQLException {
        add(List.of(record("STATEMENT", 5, "a"), record("STATEMENT", 5, "z")));
        int moved = 0;
        for (int i = 0; i < 200; i++) {
            moved += add(List.of(record("STATEMENT", 5, "m%03d".formatted(i)))).size();
        }
        for (int i = 999; i > 800; i--) {
            moved += add(List.of(record("STATEMENT", 5, "k%03d".formatted(i)))).size();
        }
        assertSorted();
        assertThat(moved).isBetween(1, 400 * 60);
    }

    /** As a team does that keeps its record: no record moves. */
    @Test
    void records_added_at_the_end_or_the_beginning_move_no_others() throws SQLException {
        for (int i = 0; i < 400; i++) {
            assertThat(add(List.of(record("STATEMENT", 1000 + i, "r" + i)))).isEmpty();
            assertThat(add(List.of(record("STATEMENT", 999 - i, "s" + i)))).isEmpty();
        }
        assertSorted();
    }

    @Test
    void a_record_that_has_gone_leaves_its_number() throws SQLException {
        String first = record("STATEMENT", 1, "a");
        add(List.of(first, record("STATEMENT", 2, "b")));
        order.forget(List.of(first));
        assertThat(ordinals()).hasSize(1);
        add(List.of(first));
        assertSorted();
    }

    private long time() {
        return random.nextInt(5) == 0 ? Long.MAX_VALUE : random.nextInt(40) * 180_000_000L;
    }

    private String record(String kind, long time, String slug) throws SQLException {
        String id = RecordKind.named(kind).id(slug);
        try (PreparedStatement insert = database.prepareStatement(
                "insert into record (id, kind, oldest_first, sources, origins) select ?, ?, ?, 1, 1"
                        + " where not exists (select 1 from record where id = ?)")) {
            insert.setString(1, id);
            insert.setString(2, kind);
            insert.setLong(3, kind.equals("ACTOR") ? Long.MAX_VALUE : time);
            insert.setString(4, id);
            records += insert.executeUpdate();
        }
        return id;
    }

    /** Records that have moved are no others than those that were there, and were told before. */
    private Set<String> add(List<String> ids) throws SQLException {
        Set<String> missing = new TreeSet<>(ids);
        missing.removeAll(ordinals());
        forgotten.clear();
        Set<String> moved = order.add(missing, others -> forgotten.addAll(others));
        assertThat(forgotten).isEqualTo(moved);
        assertThat(moved).doesNotContainAnyElementsOf(missing);
        return moved;
    }

    private List<String> ordinals() throws SQLException {
        return ids("select record_id from record_order order by ordinal");
    }

    private List<String> ids(String sql) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private void assertSorted() throws SQLException {
        List<String> expected = ids("select id from record order by kind, oldest_first, id");
        assertThat(expected).hasSize(records);
        assertThat(ordinals()).isEqualTo(expected);
        try (PreparedStatement select = database.prepareStatement(
                        "select r.kind, r.oldest_first, o.ordinal from record r join record_order o on o.record_id = r.id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                RecordKind kind = RecordKind.named(rows.getString(1));
                boolean undated = rows.getLong(2) == Long.MAX_VALUE;
                assertThat(rows.getLong(3))
                        .isBetween(
                                undated ? Ordinals.undated(kind) : Ordinals.first(kind),
                                (undated ? Ordinals.end(kind) : Ordinals.undated(kind)) - 1);
            }
        }
    }
}
