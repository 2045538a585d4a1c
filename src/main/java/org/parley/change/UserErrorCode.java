package org.parley.change;

import org.eclipse.microprofile.graphql.Description;
import org.parley.record.FaultCode;

/** Why an edit was refused, for programs. */
@Description("Why an edit was refused. Codes are added, never renamed.")
public enum UserErrorCode {
    @Description("A required key is missing, or a list that needs an element is empty.")
    MISSING,
    @Description("The value does not have the form, the length or the range that its key asks for.")
    INVALID,
    @Description("No record of the kind has the id.")
    UNKNOWN_ID,
    @Description("The id is taken, and the edit has no expect, which a new record's edit leaves out.")
    NOT_NEW,
    @Description("No record has the id, or it was retracted; or there is no such change or proposal.")
    NOT_FOUND,
    @Description("The proposal was accepted or rejected before.")
    DECIDED,
    @Description("A key that the edit sets was changed since the change that expect names.")
    STALE,
    @Description("Another record refers to it.")
    IN_USE,
    @Description("The same thing is named twice where it may be named once.")
    DUPLICATE,
    @Description("The value contradicts another one, or the source does not say so.")
    RULE,
    @Description("The idempotencyKey was given with other edits before.")
    KEY_REUSED,
    @Description("The record is like that already.")
    NOTHING_CHANGED,
    @Description("There are too many edits, or too much text in one.")
    TOO_LARGE;

    static UserErrorCode of(FaultCode code) {
        return switch (code) {
            case REQUIRED -> MISSING;
            case UNKNOWN_ID -> UNKNOWN_ID;
            case DUPLICATE_ID -> NOT_NEW;
            case DUPLICATE -> DUPLICATE;
            case CONTRADICTION, NOT_IN_DOCUMENT -> RULE;
            case IN_USE -> IN_USE;
            case UNREADABLE,
                    UNKNOWN_FILE,
                    NOT_JSON,
                    UNKNOWN_KEY,
                    REPEATED_KEY,
                    NULL_VALUE,
                    WRONG_TYPE,
                    BLANK,
                    TOO_LONG,
                    NOT_ALLOWED,
                    WRONG_FORMAT,
                    OUT_OF_RANGE,
                    INVALID_ID -> INVALID;
        };
    }
}
