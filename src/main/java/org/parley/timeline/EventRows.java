package org.parley.timeline;

import java.util.List;

/** Implemented by the kinds of record that are events of the timeline. {@link Timeline} uses every bean of this type. */
public interface EventRows {

    /** The tables of the events. */
    EventTable events();

    /**
     * Tables of one kind of event.
     *
     * @param kind         the kind of the events
     * @param table        the table of the events, with the columns {@code id, earliest, latest, oldest_first}
     * @param actors       the table that links events to actors, with the columns {@code actor_id, oldest_first}
     * @param link         the column of that table with the event's id
     * @param issues       what links events to issues; null if nothing does
     * @param rounds       what links events to the rounds that they belong to
     * @param negotiations what links events to negotiations; an event with a link of one of them belongs to the negotiation
     */
    record EventTable(
            EventKind kind,
            String table,
            String actors,
            String link,
            EventLink issues,
            EventLink rounds,
            List<EventLink> negotiations) {}

    /**
     * What links events to records of another kind, in SQL.
     *
     * @param from   tables, with their aliases and joins
     * @param event  the column with the event's id
     * @param target the column with the id of the other record
     */
    record EventLink(String from, String event, String target) {}
}
