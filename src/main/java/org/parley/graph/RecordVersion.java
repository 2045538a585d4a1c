package org.parley.graph;

/** Tells one state of the record from another. Thread-safe. */
public interface RecordVersion {

    /**
     * An object that stands for the record that is served: the same object for as long as nothing in the record changes, and never again
     * after that. Null before the record is loaded and while another one takes its place. Does not wait.
     */
    Object settled();
}
