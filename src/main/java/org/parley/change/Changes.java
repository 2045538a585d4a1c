package org.parley.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.graph.RecordKind;
import org.parley.lists.PageRequest;
import org.parley.record.Edition;
import org.parley.store.Sql;

/** Reads the changes of the record, and the history of each record. All methods read in the current operation. Thread-safe. */
@ApplicationScoped
class Changes {
    private static final String COLUMNS = "c.number, c.made_at, c.made_by, c.summary, c.digest";
    private static final String CHANGE = "change";
    private static final String REVISION = "revision";

    private final Edition edition;

    Changes(Edition edition) {
        this.edition = edition;
    }

    /** The change with this number; null if there is none. */
    Change one(long number) {
        return number < 1 || isEmpty() ? null : at(List.of(number)).get(number);
    }

    /** Whether nobody has made a change: then no database need be asked. */
    private boolean isEmpty() {
        Edition.Served served = edition.served();
        return served == null || served.change() == 0;
    }

    /** The changes with these numbers; one statement. */
    Map<Long, Change> at(Collection<Long> numbers) {
        Map<Long, Change> found = new HashMap<>();
        List<Long> asked = numbers.stream().filter(each -> each > 0).distinct().toList();
        if (!asked.isEmpty()) {
            Sql.read(
                    "select " + COLUMNS
                            + " from unnest(?) as o(number) join change c on c.number = o.number where c.kind in "
                            + ChangeKind.OF_RECORD,
                    List.of(asked),
                    row -> found.put(row.getLong(1), change(row)));
        }
        return found;
    }

    /** The last change of each record, null for a record that nobody has changed; two statements. */
    List<Change> lastOf(List<String> ids) {
        if (isEmpty()) {
            return Collections.nCopies(ids.size(), null);
        }
        Map<String, Long> numbers = new HashMap<>();
        Sql.read(
                "select r.id, r.last_change from unnest(?) as o(id) join record r on r.id = o.id",
                List.of(ids.stream().distinct().toList()),
                row -> numbers.put(row.getString(1), row.getLong(2)));
        Map<Long, Change> changes = at(numbers.values());
        List<Change> last = new ArrayList<>(ids.size());
        for (String id : ids) {
            last.add(changes.get(numbers.getOrDefault(id, 0L)));
        }
        return last;
    }

    /** A page of changes; one statement. */
    ChangePage page(Integer since, ChangeFilter filter, ChangeOrder order, PageRequest request) {
        List<String> conditions = new ArrayList<>(List.of("c.kind in " + ChangeKind.OF_RECORD));
        List<Object> values = new ArrayList<>();
        if (since != null) {
            conditions.add("c.number > ?");
            values.add((long) since);
        }
        if (filter != null) {
            restrict(filter, conditions, values);
        }
        Numbered.Query query = new Numbered.Query(" from change c where " + String.join(" and ", conditions), values);
        boolean isDescending = order == ChangeOrder.NUMBER_DESC;
        String name = isDescending ? ChangeOrder.NUMBER_DESC.name() : ChangeOrder.NUMBER_ASC.name();
        Numbered.Window<Change> window =
                Numbered.window(query, "c.number", COLUMNS, CHANGE, name, isDescending, request, Changes::change);
        return new ChangePage(
                query,
                window.rows().entrySet().stream()
                        .map(each -> new ChangePage.Edge(Numbered.cursor(CHANGE, name, each.getKey()), each.getValue()))
                        .toList(),
                window.info(CHANGE, name));
    }

    private static void restrict(ChangeFilter filter, List<String> conditions, List<Object> values) {
        if (filter.by != null) {
            conditions.add("c.made_by = any(?)");
            values.add(List.copyOf(filter.by));
        }
        if (filter.record != null) {
            conditions.add(
                    "exists (select 1 from revision r where r.change_number = c.number and r.record_id = any(?))");
            values.add(List.copyOf(filter.record));
        }
        if (filter.kind != null) {
            List<String> kinds = new ArrayList<>();
            for (RecordKind kind : filter.kind) {
                kinds.add("r.record_id like ?");
                values.add(kind.prefix() + "%");
            }
            conditions.add("exists (select 1 from revision r where r.change_number = c.number and ("
                    + (kinds.isEmpty() ? "false" : String.join(" or ", kinds)) + "))");
        }
        if (filter.from != null) {
            conditions.add("c.made_at >= ?");
            values.add(start(filter.from));
        }
        if (filter.to != null) {
            conditions.add("c.made_at < ?");
            values.add(start(filter.to.plusDays(1)));
        }
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** A page of the history of a record, the last change first; one statement. */
    RevisionPage history(String id, PageRequest request) {
        Numbered.Query query =
                new Numbered.Query(" from revision r where r.record_id = ? and r.change_number > 0", List.of(id));
        Numbered.Window<Revision> window = Numbered.window(
                query,
                "r.change_number",
                "r.change_number, r.record_id, r.action, r.body, r.erased",
                REVISION,
                id,
                true,
                request,
                Changes::revision);
        return new RevisionPage(
                query,
                window.rows().entrySet().stream()
                        .map(each ->
                                new RevisionPage.Edge(Numbered.cursor(REVISION, id, each.getKey()), each.getValue()))
                        .toList(),
                window.info(REVISION, id));
    }

    /** What each change did, in the order of its edits; one statement. */
    List<List<Revision>> revisionsOf(List<Change> changes) {
        // An empty array would have no type.
        if (changes.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Revision>> found = new HashMap<>();
        Sql.read(
                "select r.change_number, r.record_id, r.action, r.body, r.erased from unnest(?) as o(number)"
                        + " join revision r on r.change_number = o.number order by r.change_number, r.ordinal",
                List.of(changes.stream().map(Change::number).distinct().toList()),
                row -> found.computeIfAbsent(row.getLong(1), none -> new ArrayList<>())
                        .add(revision(row)));
        return changes.stream()
                .map(change -> found.getOrDefault(change.number(), List.of()))
                .toList();
    }

    /** The row of each record before its revision, as JSON; null if there was none. One statement. */
    List<String> before(List<Revision> revisions) {
        List<Revision> unknown =
                revisions.stream().filter(each -> !each.knowsBefore()).toList();
        Map<Revision, String> found = new HashMap<>();
        if (!unknown.isEmpty()) {
            List<Long> places = new ArrayList<>();
            for (int i = 0; i < unknown.size(); i++) {
                places.add((long) i);
            }
            Sql.read(
                    "select o.place, (select r.body from revision r where r.record_id = o.id and r.change_number < o.number"
                            + " order by r.record_id desc, r.change_number desc fetch first 1 row only)"
                            + " from unnest(?, ?, ?) as o(place, id, number)",
                    List.of(
                            places,
                            unknown.stream().map(Revision::getId).toList(),
                            unknown.stream().map(Revision::change).toList()),
                    row -> found.put(unknown.get((int) row.getLong(1)), row.getString(2)));
        }
        return revisions.stream()
                .map(each -> each.knowsBefore() ? each.before() : found.get(each))
                .toList();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5));
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return Revision.withoutBefore(
                row.getString(2),
                row.getLong(1),
                EditAction.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5));
    }
}
