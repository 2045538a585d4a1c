package org.parley.http;

/**
 * Where the events of one subscription go. Its methods are called on the event loop of the connection, but {@link #isClosed} on any
 * thread.
 */
interface EventSink {

    /** Whether the client has disconnected. */
    boolean isClosed();

    /** Whether the client has not taken what was sent before. */
    boolean isFull();

    /** Has something done once, when it is no longer {@link #isFull full}. */
    void onDrain(Runnable then);

    /** Has something done when the client disconnects; at once if it has. */
    void onClose(Runnable then);

    /** Called first. */
    void begin();

    /** Called every 15 seconds, so that no proxy takes the connection for dead. */
    void beat();

    /** @param json the result of an execution */
    void next(byte[] json);

    /** No further event comes. */
    void complete();
}
