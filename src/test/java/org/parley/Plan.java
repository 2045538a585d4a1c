package org.parley;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The query plan of an executed statement, as text: which indexes were scanned, and how many rows were read. */
public record Plan(String text) {
    private static final Pattern READ_BY_H2 = Pattern.compile("scanCount: (\\d+)");
    private static final Pattern SORTED_BY_POSTGRES = Pattern.compile("Sort \\(actual rows=(\\d+) loops=\\d+\\)");

    /** PostgreSQL may sort where it expects few rows, such as the records with the same name as a cursor: at most this many. */
    private static final int HANDFUL = 10;

    private static final Pattern READ_BY_POSTGRES =
            Pattern.compile("Scan\\b[^\\n]*\\(actual rows=(\\d+) loops=(\\d+)\\)((?:\\n(?!\\s*->)[^\\n]*)*)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by[^:]*: (\\d+)");

    /** The prefix of a statement that executes it and returns its query plan instead of its rows. */
    public static final String EXPLAIN =
            TestDatabase.isPostgres() ? "explain (analyze, costs off, timing off, summary off) " : "explain analyze ";

    /**
     * Executes a statement and reads its plan.
     *
     * @param explaining begins with {@link #EXPLAIN}
     */
    public static Plan of(PreparedStatement explaining) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (ResultSet lines = explaining.executeQuery()) {
            while (lines.next()) {
                text.append(lines.getString(1)).append('\n');
            }
        }
        return new Plan(text.toString());
    }

    /** Whether the rows are read in the order of an index, and no more than {@link #HANDFUL} are sorted. */
    public boolean isInOrderOfAnIndex() {
        return TestDatabase.isPostgres()
                ? text.contains("Index")
                        && SORTED_BY_POSTGRES
                                .matcher(text)
                                .results()
                                .allMatch(sorted -> Integer.parseInt(sorted.group(1)) <= HANDFUL)
                : text.contains("index sorted");
    }

    /** The largest number of rows that one scan of the plan read. */
    public int mostRead() {
        int most = 0;
        Matcher read = (TestDatabase.isPostgres() ? READ_BY_POSTGRES : READ_BY_H2).matcher(text);
        while (read.find()) {
            int rows = Integer.parseInt(read.group(1));
            if (TestDatabase.isPostgres()) {
                int removed = REMOVED.matcher(read.group(3))
                        .results()
                        .mapToInt(count -> Integer.parseInt(count.group(1)))
                        .sum();
                rows = (rows + removed) * Integer.parseInt(read.group(2));
            }
            most = Math.max(most, rows);
        }
        return most;
    }
}
