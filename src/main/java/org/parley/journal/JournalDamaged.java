package org.parley.journal;

/** A line of the journal is not as it was written. The message names the line, the file and the fault. */
public final class JournalDamaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalDamaged(String sentence) {
        super(sentence, null, false, false);
    }
}
