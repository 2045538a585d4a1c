package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.graph.Sha256;

/** A record as one change left it. Immutable. */
@Description("What one change did to one record.")
public final class Revision {
    private final String record;
    private final long change;
    private final EditAction did;
    private final String body;
    private final String bodyBefore;
    private final boolean knowsBefore;
    private final String erasedSum;

    /**
     * @param change 0 for a dry run
     * @param body   the row afterwards, as JSON; null if the record is gone
     * @param before the row before; null if there was none
     */
    Revision(String record, long change, EditAction action, String body, String before) {
        this(record, change, action, body, before, true, null);
    }

    private Revision(
            String record,
            long change,
            EditAction action,
            String body,
            String before,
            boolean knowsBefore,
            String erasedSum) {
        this.erasedSum = erasedSum;
        this.record = record;
        this.change = change;
        this.did = action;
        this.body = body;
        this.bodyBefore = before;
        this.knowsBefore = knowsBefore;
    }

    /**
     * One whose row before has to be read.
     *
     * @param erased the SHA-256 of its row, if that was erased; else null
     */
    static Revision withoutBefore(String record, long change, EditAction action, String body, String erased) {
        return new Revision(record, change, action, body, null, false, erased);
    }

    /** The SHA-256 of the row, also of one that was erased; null if the record left the graph. */
    @Ignore
    String rowSum() {
        return body == null ? erasedSum : Sha256.of(body);
    }

    /** The SHA-256 of the row that was erased; null if none was. */
    @Ignore
    String erased() {
        return erasedSum;
    }

    @Id
    @NonNull
    @Description("The record's id, its type in front.")
    public String getId() {
        return record;
    }

    @NonNull
    @Description("The kind of record.")
    public RecordKind getKind() {
        return RecordKind.of(record).orElseThrow();
    }

    @NonNull
    @Description("What was done to it.")
    public EditAction getAction() {
        return did;
    }

    @Description(
            "The whole row afterwards, as a JSON object with the keys of a seed's file; null if the record left the graph, and if the row was erased since.")
    public String getRow() {
        return body;
    }

    @Ignore
    long change() {
        return change;
    }

    @Ignore
    String before() {
        return bodyBefore;
    }

    @Ignore
    boolean knowsBefore() {
        return knowsBefore;
    }
}
