package org.parley.engine;

/** What the execution of an operation may have to wait for; the last one is the most. */
public enum Need {
    /** Nothing: it may be executed on the event loop. */
    NOTHING,
    /** Records, which may all be in memory. */
    RECORDS,
    /** The database, or anything else; or it is not known. */
    DATABASE;

    Need or(Need other) {
        return compareTo(other) < 0 ? other : this;
    }
}
