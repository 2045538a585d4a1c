package org.parley.journal;

/**
 * A line could not be written, for example because the disk is full. Nothing of it is in the journal, which can be written to again once
 * the cause is gone.
 */
public final class JournalFull extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalFull(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
