package org.parley.timeline;

/** Whose rows are events, each with a place in the one order of time. Every bean of this type is asked. */
public interface EventRows {

    /** Where the rows are. */
    EventTable events();

    /**
     * Tables of one kind of event.
     *
     * @param kind   of the events
     * @param table  with the columns {@code id, earliest, latest, oldest_first, newest_first}
     * @param actors which actors a row is about: a table with the columns {@code actor_id, oldest_first, newest_first}
     * @param link   the column of that table with the row's id
     */
    record EventTable(EventKind kind, String table, String actors, String link) {}
}
