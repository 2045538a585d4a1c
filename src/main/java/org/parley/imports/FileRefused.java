package org.parley.imports;

/** A file can't be imported at all. The message is a sentence for the user. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ImportCode code;

    FileRefused(ImportCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    /** The kind of fault, as in a report. */
    public String code() {
        return code.name();
    }
}
