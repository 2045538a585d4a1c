package org.parley.issue;

/** Whose rows can be found by the names of the issues that they name. Every bean of this type is asked. */
public interface NamesIssues {

    /** Where the rows name them. */
    Links issueLinks();

    /**
     * A table with the column {@code issue_id}. A row has a passage of the weight {@link Issue#NAME_ELSEWHERE} for each issue, in
     * their order.
     *
     * @param record  the column with the row's id
     * @param ordinal the column that counts the issues of a row from 1, or an expression in its place
     */
    record Links(String table, String record, String ordinal) {}
}
