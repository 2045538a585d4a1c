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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.graph.InvalidCursor;
import org.parley.graph.RecordKind;
import org.parley.lists.Cursor;
import org.parley.lists.PageInfo;
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

    /**
     * A list of changes or revisions, without its page.
     *
     * @param from   the SQL of its rows, from {@code from} on, with its conditions
     * @param values of its parameters
     */
    record Query(String from, List<Object> values) {}

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
                    "select " + COLUMNS + " from unnest(?) as o(number) join change c on c.number = o.number",
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
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (since != null) {
            conditions.add("c.number > ?");
            values.add((long) since);
        }
        if (filter != null) {
            restrict(filter, conditions, values);
        }
        Query query = new Query(" from change c" + where(conditions), values);
        boolean isDescending = order == ChangeOrder.NUMBER_DESC;
        String name = isDescending ? ChangeOrder.NUMBER_DESC.name() : ChangeOrder.NUMBER_ASC.name();
        Window<Change> window =
                window(query, "c.number", COLUMNS, CHANGE, name, isDescending, request, Changes::change);
        return new ChangePage(
                query,
                window.rows.entrySet().stream()
                        .map(each -> new ChangePage.Edge(cursor(CHANGE, name, each.getKey()), each.getValue()))
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

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** A page of the history of a record, the last change first; one statement. */
    RevisionPage history(String id, PageRequest request) {
        Query query = new Query(" from revision r where r.record_id = ? and r.change_number > 0", List.of(id));
        Window<Revision> window = window(
                query,
                "r.change_number",
                "r.change_number, r.record_id, r.action, r.body",
                REVISION,
                id,
                true,
                request,
                Changes::revision);
        return new RevisionPage(
                query,
                window.rows.entrySet().stream()
                        .map(each -> new RevisionPage.Edge(cursor(REVISION, id, each.getKey()), each.getValue()))
                        .toList(),
                window.info(REVISION, id));
    }

    /** The number of rows on all pages; one statement. */
    int count(Query query) {
        return Sql.bind("select count(*)" + query.from, query.values, Long.class)
                .getSingleResult()
                .intValue();
    }

    /** What each change did, in the order of its edits; one statement. */
    List<List<Revision>> revisionsOf(List<Change> changes) {
        Map<Long, List<Revision>> found = new HashMap<>();
        Sql.read(
                "select r.change_number, r.record_id, r.action, r.body from unnest(?) as o(number)"
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
                row.getString(2), row.getLong(1), EditAction.valueOf(row.getString(3)), row.getString(4));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The rows of a page, by their numbers, in the order of the list.
     *
     * @param hasNext     whether rows follow
     * @param hasPrevious whether rows come before
     */
    private record Window<T>(Map<Long, T> rows, boolean hasNext, boolean hasPrevious) {
        PageInfo info(String list, String order) {
            List<Long> numbers = List.copyOf(rows.keySet());
            return new PageInfo(
                    hasNext,
                    hasPrevious,
                    numbers.isEmpty()
                            ? null
                            : cursor(list, order, numbers.get(0)).encode(),
                    numbers.isEmpty()
                            ? null
                            : cursor(list, order, numbers.get(numbers.size() - 1))
                                    .encode());
        }
    }

    private static Cursor cursor(String list, String order, long number) {
        return new Cursor(list, order, number, list);
    }

    /**
     * @param key     the column with the number, by which the list is sorted
     * @param columns the first is the number
     */
    private static <T> Window<T> window(
            Query query,
            String key,
            String columns,
            String list,
            String order,
            boolean isDescending,
            PageRequest request,
            Reader<T> reader) {
        List<Object> values = new ArrayList<>(query.values);
        StringBuilder sql = new StringBuilder("select " + columns + query.from);
        String and = query.from.contains(" where ") ? " and " : " where ";
        if (request.after() != null) {
            sql.append(and).append(key).append(isDescending ? " < ?" : " > ?");
            values.add(place("after", request.after(), list, order));
            and = " and ";
        }
        if (request.before() != null) {
            sql.append(and).append(key).append(isDescending ? " > ?" : " < ?");
            values.add(place("before", request.before(), list, order));
        }
        boolean isReadDescending = isDescending != request.backward();
        sql.append(" order by ").append(key).append(isReadDescending ? " desc" : "");
        sql.append(" fetch first ").append(request.size() + 1).append(" rows only");
        List<Map.Entry<Long, T>> rows = new ArrayList<>();
        Sql.read(sql.toString(), values, row -> rows.add(Map.entry(row.getLong(1), reader.read(row))));
        boolean isMore = rows.size() > request.size();
        List<Map.Entry<Long, T>> shown = new ArrayList<>(rows.subList(0, Math.min(rows.size(), request.size())));
        if (request.backward()) {
            Collections.reverse(shown);
        }
        Map<Long, T> page = new LinkedHashMap<>();
        shown.forEach(each -> page.put(each.getKey(), each.getValue()));
        return new Window<>(
                page,
                request.backward() ? request.before() != null : isMore,
                request.backward() ? isMore : request.after() != null);
    }

    private static Object place(String argument, Cursor cursor, String list, String order) {
        if (!cursor.list().equals(list)
                || !Objects.equals(cursor.order(), order)
                || !(cursor.key() instanceof Long number)) {
            throw new InvalidCursor(argument + " must be a cursor of this list of " + list + "s, in this order");
        }
        return number;
    }
}
