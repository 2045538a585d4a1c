package org.parley.timeline;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.graph.RecordSize;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.DatedRecord;
import org.parley.lists.FilterContext;
import org.parley.lists.FilterContexts;
import org.parley.lists.ListQuery;
import org.parley.lists.ListSize;
import org.parley.lists.ListSource;
import org.parley.lists.Nodes;
import org.parley.lists.PageRequest;
import org.parley.lists.Pages;
import org.parley.lists.Path;
import org.parley.record.ById;
import org.parley.record.Derivation;
import org.parley.record.LoadTarget;

/** Reads the timeline, and derives its tables from the records. */
@ApplicationScoped
public class Timeline implements Derivation, ListSize {
    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<TimelineEvent> listing;
    private final RecordSize size;
    private final List<EventRows.EventTable> tables;

    /** The kinds of record that are events. A kind of event has the same name as its kind of record. */
    private final RecordKind[] kindsOfRecord;

    Timeline(Pages pages, FilterContexts scopes, Nodes nodes, RecordSize size, @All List<EventRows> rows) {
        this.size = size;
        this.tables = rows.stream().map(EventRows::events).toList();
        this.kindsOfRecord = tables.stream()
                .map(table -> RecordKind.named(table.kind().name()))
                .sorted(Comparator.comparing(RecordKind::name))
                .toArray(RecordKind[]::new);
        this.pages = pages;
        this.scopes = scopes;
        this.listing = new ListSource<>(
                "timeline",
                "event",
                ids -> nodes.byIds(ids).stream().map(TimelineEvent.class::cast).toList(),
                TimelineEvent::getId,
                (event, order) -> ((Dated) event).sortKey(order));
    }

    /**
     * A page of the events of one actor, or of all.
     *
     * @param actor an id or slug, or null for all events
     */
    TimelinePage page(LocalDate from, LocalDate to, List<EventKind> kinds, String actor, PageRequest request) {
        FilterContext scope = scopes.open();
        List<String> actors = actor == null ? null : scope.ids("actor", RecordKind.ACTOR, List.of(actor));
        scope.check();
        return new TimelinePage(new ListQuery<>(
                pages,
                listing,
                actors == null ? Path.all("event") : Path.link("event_actor", "event_id", "actor_id"),
                actors == null ? null : actors.get(0),
                Condition.all(Condition.in("kind", kinds), DatedRecord.between(from, to, kindsOfRecord))
                        .alongPath(),
                TimelinePage.Order.DATE_ASC,
                null,
                request));
    }

    @Override
    public String type() {
        return "Timeline";
    }

    /** A quarter of the number of events, which are read as fast: their rows are short. */
    @Override
    public long rows() {
        return Arrays.stream(kindsOfRecord).mapToLong(size::of).sum() / 4;
    }

    @Override
    public Set<String> indexed() {
        return Set.of("actor");
    }

    @Override
    public List<String> tables() {
        return List.of("event", "event_actor");
    }

    @Override
    public void derive(LoadTarget target) throws SQLException {
        Connection connection = target.connection();
        for (EventRows.EventTable table : tables) {
            ById.update(connection, events(table));
            ById.update(connection, actors(table));
        }
    }

    @Override
    public void forget(Connection connection, Collection<String> ids) throws SQLException {
        ById.update(connection, "delete from event_actor where event_id = any(?)", ids);
        ById.update(connection, "delete from event where id = any(?)", ids);
    }

    @Override
    public void derive(Connection connection, Collection<String> ids) throws SQLException {
        for (EventRows.EventTable table : tables) {
            ById.update(connection, events(table) + " where id = any(?)", ids);
            ById.update(connection, actors(table) + " where a." + table.link() + " = any(?)", ids);
        }
    }

    private static String events(EventRows.EventTable table) {
        return "insert into event (id, kind, earliest, latest, oldest_first) select id, '"
                + table.kind().name() + "', earliest, latest, oldest_first from " + table.table();
    }

    private static String actors(EventRows.EventTable table) {
        return "insert into event_actor (actor_id, event_id, kind, earliest, latest, oldest_first) select distinct a.actor_id, a."
                + table.link() + ", '" + table.kind().name()
                + "', e.earliest, e.latest, a.oldest_first from " + table.actors() + " a join "
                + table.table() + " e on e.id = a." + table.link();
    }
}
