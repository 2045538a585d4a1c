package org.parley.record;

import org.eclipse.microprofile.graphql.Description;

/** The kind of rule that a row breaks, for programs; the message of a {@link Fault} is for people. Codes are added, never renamed. */
@Description("The kind of rule that a row breaks.")
public enum FaultCode {
    @Description("A folder or a file does not exist, Parley is not allowed to read it, or it is too large.")
    UNREADABLE,
    @Description("A JSON file in the folder that belongs to no kind of record.")
    UNKNOWN_FILE,
    @Description("The file is not one JSON array of rows.")
    NOT_JSON,
    @Description("A required key is missing, or a list that needs an element is empty.")
    REQUIRED,
    @Description("The row has a key that its kind does not have.")
    UNKNOWN_KEY,
    @Description("The row gives a key more than once.")
    REPEATED_KEY,
    @Description("A key is given as null; what is not known is left out.")
    NULL_VALUE,
    @Description("The value has the wrong JSON type, such as a string instead of a number.")
    WRONG_TYPE,
    @Description("The text has no visible character.")
    BLANK,
    @Description("The text has more characters than the database's column holds.")
    TOO_LONG,
    @Description("The text is not one of the constants that the key allows.")
    NOT_ALLOWED,
    @Description("The text does not have the format of the key: a date, an address, a language, a place in a source.")
    WRONG_FORMAT,
    @Description("The number or the day is outside its bounds.")
    OUT_OF_RANGE,
    @Description("The id is not made of lower-case words and digits joined by hyphens.")
    INVALID_ID,
    @Description("No record of the kind has the id.")
    UNKNOWN_ID,
    @Description("Another row, or a record that was not loaded from the seed, has the id.")
    DUPLICATE_ID,
    @Description(
            "The same thing is named twice where it may be named once: a speaker, a participant, a round's number.")
    DUPLICATE,
    @Description("The value contradicts another value of the row, or needs one that is left out.")
    CONTRADICTION,
    @Description("The source's document does not have the place or the words that the row cites.")
    NOT_IN_DOCUMENT,
    @Description("A record that was not loaded from the seed refers to a record that the seed no longer has.")
    IN_USE
}
