package org.parley.change;

import org.parley.graph.RequestError;

/** A change was not made, for a reason that is not in its edits. Nothing of it was written. */
final class ChangeFailure extends RequestError {
    private static final long serialVersionUID = 1;

    private ChangeFailure(String code, String sentence) {
        super(code, sentence);
    }

    static ChangeFailure off() {
        return new ChangeFailure(
                "CURATING_OFF", "Nobody may change this record: the setting parley.curators names no file of curators");
    }

    static ChangeFailure unauthenticated() {
        return new ChangeFailure(
                "UNAUTHENTICATED", "That needs the token of a curator, in the header Authorization: Bearer TOKEN");
    }

    /** @param needed what the curator's role must be, or one above it */
    static ChangeFailure forbidden(Object role, Object needed) {
        return new ChangeFailure("FORBIDDEN", "That needs the role " + needed + ", and the token's is " + role);
    }

    static ChangeFailure needsReview() {
        return new ChangeFailure(
                "FORBIDDEN",
                "This record is changed only by proposals that another curator accepts (parley.review): use propose");
    }

    static ChangeFailure own() {
        return new ChangeFailure(
                "FORBIDDEN", "A proposal must be accepted or rejected by another curator than its own");
    }

    static ChangeFailure busy() {
        return new ChangeFailure("SERVER_BUSY", "Other changes are being made; try again");
    }

    static ChangeFailure diskFull() {
        return new ChangeFailure(
                "DISK_FULL", "The change could not be written to the disk, which may be full. Nothing was changed");
    }

    static ChangeFailure halted() {
        return new ChangeFailure(
                "CURATING_HALTED",
                "It is not known whether a change is on the disk, so no further one is made until Parley is started again");
    }
}
