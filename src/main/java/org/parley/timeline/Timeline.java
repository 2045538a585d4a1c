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
import java.util.function.Function;
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
     * Which events; each is null for all. Records are named by their ids or slugs.
     *
     * @param from        a day on or after this one
     * @param to          a day on or before this one
     * @param actor       an actor that has a part in it
     * @param side        a party on whose side an actor is that has a part in it
     * @param issue       an issue that it is about
     * @param round       a round that it belongs to
     * @param negotiation a negotiation that it belongs to
     */
    public record Events(
            LocalDate from,
            LocalDate to,
            List<EventKind> kinds,
            String actor,
            String side,
            String issue,
            String round,
            String negotiation) {

        /** The events of one negotiation. */
        public static Events of(String negotiation, List<EventKind> kinds) {
            return new Events(null, null, kinds, null, null, null, null, negotiation);
        }
    }

    /** A page of events, oldest first. */
    public TimelinePage page(Events events, PageRequest request) {
        FilterContext scope = scopes.open();
        List<String> actors = ids(scope, "actor", RecordKind.ACTOR, events.actor());
        List<String> sides = ids(scope, "side", RecordKind.ACTOR, events.side());
        List<String> issues = ids(scope, "issue", RecordKind.ISSUE, events.issue());
        List<String> rounds = ids(scope, "round", RecordKind.ROUND, events.round());
        List<String> negotiations = ids(scope, "negotiation", RecordKind.NEGOTIATION, events.negotiation());
        scope.check();
        Condition own = Condition.all(
                        Condition.in("kind", events.kinds()),
                        DatedRecord.between(events.from(), events.to(), kindsOfRecord))
                .alongPath();
        return new TimelinePage(new ListQuery<>(
                pages,
                listing,
                actors == null ? Path.all("event") : Path.link("event_actor", "event_id", "actor_id"),
                actors == null ? null : actors.get(0),
                Condition.all(
                        own,
                        Condition.existsIn(
                                "event_actor x join actor a on a.id = x.actor_id",
                                "x.event_id = {record}.id",
                                "coalesce(a.side_id, a.id)",
                                sides),
                        linked(table -> table.issues() == null ? List.of() : List.of(table.issues()), issues),
                        linked(table -> List.of(table.rounds()), rounds),
                        linked(EventRows.EventTable::negotiations, negotiations)),
                TimelinePage.Order.DATE_ASC,
                null,
                request));
    }

    private static List<String> ids(FilterContext scope, String argument, RecordKind kind, String id) {
        return id == null ? null : scope.ids(argument, kind, List.of(id));
    }

    /** The event has a link to one of the ids; every event if the list is null. */
    private Condition linked(Function<EventRows.EventTable, List<EventRows.EventLink>> links, List<String> ids) {
        return ids == null
                ? Condition.TRUE
                : Condition.any(tables.stream()
                        .flatMap(table -> links.apply(table).stream()
                                .map(link -> Condition.existsIn(
                                        link.from(),
                                        link.event() + " = {record}.id and {record}.kind = '"
                                                + table.kind().name() + "'",
                                        link.target(),
                                        ids)))
                        .toList());
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
    public void derive(Connection connection, Collection<String> ids, Set<String> others) throws SQLException {
        for (EventRows.EventTable table : tables) {
            List<String> some = RecordKind.named(table.kind().name()).idsAmong(ids);
            ById.update(connection, events(table) + " where id = any(?)", some);
            ById.update(connection, actors(table) + " where a." + table.link() + " = any(?)", some);
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
