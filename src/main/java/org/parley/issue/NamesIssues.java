package org.parley.issue;

/**
 * Implemented by the kinds of record that are found by the names of their issues, too. {@link IssueNames} uses every bean of this
 * type.
 */
public interface NamesIssues {

    /** The table that links the records to their issues. */
    Links issueLinks();

    /**
     * A table with the column {@code issue_id}. A record has one passage of the weight {@link Issue#NAME_ELSEWHERE} for each of its
     * issues, in their order.
     *
     * @param table   the name of the table
     * @param record  the column with the record's id
     * @param ordinal a column, or SQL expression, that numbers the issues of a record from 1; the table has the alias {@code l}
     */
    record Links(String table, String record, String ordinal) {}
}
