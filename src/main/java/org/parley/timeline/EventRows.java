package org.parley.timeline;

/** Implemented by the kinds of record that are events of the timeline. {@link Timeline} uses every bean of this type. */
public interface EventRows {

    /** The tables of the events. */
    EventTable events();

    /**
     * Tables of one kind of event.
     *
     * @param kind   the kind of the events
     * @param table  the table of the events, with the columns {@code id, earliest, latest, oldest_first}
     * @param actors the table that links events to actors, with the columns {@code actor_id, oldest_first}
     * @param link   the column of that table with the event's id
     */
    record EventTable(EventKind kind, String table, String actors, String link) {}
}
