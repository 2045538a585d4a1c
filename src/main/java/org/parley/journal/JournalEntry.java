package org.parley.journal;

import java.time.Instant;
import java.util.List;

/**
 * One accepted change: a line of the journal. Immutable.
 *
 * @param number   1 for the first change; each further one has the next number
 * @param at       when it was accepted
 * @param by       the name of the curator; null if nobody with a name made it
 * @param kind     what kind of change it is, such as EDIT
 * @param summary  why it was made, in the words of who made it
 * @param key      by which the client recognizes the change if it sends it twice; null if it gave none
 * @param request  the SHA-256 of the request, to which the key belongs; null if there was none
 * @param proposal the number of the entry with the proposal that it decides on; null if it decides on none
 * @param edits    in the order in which they are made; may be empty
 */
public record JournalEntry(
        long number,
        Instant at,
        String by,
        String kind,
        String summary,
        String key,
        String request,
        Long proposal,
        List<JournalEdit> edits) {

    public JournalEntry {
        edits = List.copyOf(edits);
    }
}
