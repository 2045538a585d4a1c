package org.parley.journal;

/** The journal is open already, in this process or in another one. */
public final class JournalInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalInUse(String sentence) {
        super(sentence, null, false, false);
    }
}
