package org.parley.imports;

/** What is told of a file or a row that is imported. The names are printed in reports, for programs. */
enum ImportCode {
    /** The file is not in the encoding. */
    ENCODING(Level.ERROR),
    /** The file has not the columns of the format. */
    NOT_THIS_FORMAT(Level.ERROR),
    /** A quotation mark is never closed. */
    OPEN_QUOTE(Level.ERROR),
    /** An entry of BibTeX is never closed. */
    OPEN_ENTRY(Level.ERROR),
    /** The file is no text with separated columns. */
    NOT_CSV(Level.ERROR),
    /** The header names a column twice. */
    HEADER(Level.ERROR),
    /** The map of a table's columns is wrong. */
    MAP(Level.ERROR),
    /** The file has no rows. */
    EMPTY(Level.ERROR),
    /** A row has another number of cells than the header. */
    WIDTH(Level.ERROR),
    /** A row can't be told from others. */
    NO_ID(Level.ERROR),
    /** Two different rows have one id. */
    DUPLICATE_ID(Level.ERROR),
    /** An id was made a number by a spreadsheet. */
    SPREADSHEET_ID(Level.ERROR),
    /** A cell that must not be empty is. */
    MISSING(Level.ERROR),
    /** A date is none. */
    BAD_DATE(Level.ERROR),
    /** A date may be one of two days. */
    AMBIGUOUS_DATE(Level.ERROR),
    /** A year has two digits. */
    TWO_DIGIT_YEAR(Level.ERROR),
    /** A day is not in the year or month that another column gives. */
    YEAR(Level.ERROR),
    /** A number is none. */
    BAD_NUMBER(Level.ERROR),
    /** A number may be one of two: the comma or full stop in it may separate thousands or decimals. */
    AMBIGUOUS_NUMBER(Level.ERROR),
    /** A value is none of those of its list. */
    UNKNOWN_CODE(Level.ERROR),
    /** A name belongs to several records. */
    AMBIGUOUS(Level.ERROR),
    /** A round is not in the record. */
    UNKNOWN_ROUND(Level.ERROR),
    /** A negotiation is not in the record. */
    UNKNOWN_NEGOTIATION(Level.ERROR),
    /** Quoted words do not stand in the text beside them. */
    QUOTE_NOT_FOUND(Level.ERROR),
    /** A quotation is too long. */
    QUOTE_TOO_LONG(Level.ERROR),
    /** A row breaks another rule of the record. */
    RULE(Level.ERROR),
    /** A text was cut. */
    TEXT_CUT(Level.WARN),
    /** Characters that are no text were left out. */
    CONTROL(Level.WARN),
    /** A row names no source, so the file is its source. */
    NO_SOURCE(Level.WARN),
    /** A date is not exact. */
    APPROXIMATE(Level.WARN),
    /** A moment was left out, and its day kept. */
    INSTANT_LEFT_OUT(Level.WARN),
    /** A language is not known by its name. */
    LANGUAGE_UNKNOWN(Level.WARN),
    /** The record was changed by hand since it was imported. */
    EDITED(Level.WARN),
    /** A row of hashtags was passed over. */
    HXL_ROW(Level.INFO),
    /** No one reads a column. */
    COLUMN_UNUSED(Level.INFO),
    /** A name was not in the record, so it was added. */
    CREATED(Level.INFO);

    /** How much it matters. */
    enum Level {
        /** The row or file is not taken. */
        ERROR,
        /** The row is taken, but not all of it. */
        WARN,
        /** Nothing is lost. */
        INFO
    }

    private final Level level;

    ImportCode(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }
}
