package org.parley.record;

import org.eclipse.microprofile.graphql.Description;

/** What kind of rule a row breaks: for programs, where the sentence of a {@link Fault} is for people. Codes are added, never renamed. */
@Description("What kind of rule a row breaks.")
public enum FaultCode {
    @Description("A folder or a file is not there, or Parley has no leave to read it, or it is too large.")
    UNREADABLE,
    @Description("A JSON file in the folder that no kind of record has.")
    UNKNOWN_FILE,
    @Description("The file is not one JSON array of rows.")
    NOT_JSON,
    @Description("A key, or the only element of a list, is required and not given.")
    REQUIRED,
    @Description("The row has a key that its kind does not have.")
    UNKNOWN_KEY,
    @Description("The row gives a key more than once.")
    REPEATED_KEY,
    @Description("A key is given as null; what is not known is left out.")
    NULL_VALUE,
    @Description("The value is of another JSON type: a text where a number must stand.")
    WRONG_TYPE,
    @Description("The text has no character that can be seen.")
    BLANK,
    @Description("The text has more characters than the database holds.")
    TOO_LONG,
    @Description("The text is none of the constants that the key allows.")
    NOT_ALLOWED,
    @Description(
            "The text has not the form of what the key holds: a date, an address, a language, a place in a source.")
    WRONG_FORMAT,
    @Description("The number, or the day, lies outside of its bounds.")
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
    @Description("The value does not go with another one of the row, or needs one that is left out.")
    CONTRADICTION,
    @Description("The source's document does not have the place, or not the words, that the row cites.")
    NOT_IN_DOCUMENT,
    @Description("The seed no longer has a record that another one, which was not loaded from it, refers to.")
    IN_USE
}
