package org.parley.journal;

/**
 * It is not known whether the last line is on the disk, so the journal takes no further one until it is opened again: then what is in the
 * file decides.
 */
public final class JournalHalted extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalHalted(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
