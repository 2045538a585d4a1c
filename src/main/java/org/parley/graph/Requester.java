package org.parley.graph;

/** Who sent a request, if the request proves it. Other packages say what a requester may do. */
public interface Requester {

    /** At most 100 characters, on one line. */
    String name();
}
