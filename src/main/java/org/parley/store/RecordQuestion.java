package org.parley.store;

/**
 * What is asked about records by their ids, so that the answer about each can be found again: see {@link ReadTransaction#answers}. The same
 * object stands for the same question, and no other is equal to it.
 */
public final class RecordQuestion {
    private final boolean isOfRecord;

    private RecordQuestion(boolean isOfRecord) {
        this.isOfRecord = isOfRecord;
    }

    /**
     * One that is answered from the rows of the record with the id alone: they are written whenever the record is changed, and only then. So the
     * answer stays true while other records change.
     */
    public static RecordQuestion ofRecord() {
        return new RecordQuestion(true);
    }

    /** One whose answer may be another one whenever any record has changed, such as which records refer to the one with the id. */
    public static RecordQuestion ofOthers() {
        return new RecordQuestion(false);
    }

    boolean isOfRecord() {
        return isOfRecord;
    }
}
