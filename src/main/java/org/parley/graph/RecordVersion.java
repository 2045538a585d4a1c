package org.parley.graph;

import java.util.Set;

/** Tells one state of the record from another. Thread-safe. */
public interface RecordVersion {

    /**
     * An object that stands for the record that is served: the same object for as long as nothing in the record changes, and never again
     * after that. Null before the record is loaded and while another one takes its place. Does not wait.
     */
    Object settled();

    /**
     * Has a listener told of each version that a change of some records makes of the one before.
     *
     * @param listener called while nothing is {@link #settled}, so before the next version is; must not wait
     */
    void onSuccession(Succession listener);

    /** Is told what a change has made of a version. */
    interface Succession {

        /**
         * @param before  the version before the change
         * @param next    the version after it
         * @param changed the ids of all records, and parts of records, of which the database has other rows than before, their derived rows
         *                included; empty if the change was none of the record
         */
        void follows(Object before, Object next, Set<String> changed);
    }
}
