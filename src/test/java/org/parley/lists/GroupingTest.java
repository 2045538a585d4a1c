package org.parley.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.graph.Operation;
import org.parley.lists.Grouping.Dimension;
import org.parley.store.ReadTransactions;

/** Counts that are put together in memory, and by the database. */
@QuarkusTest
class GroupingTest {
    private static final List<Dimension> STATEMENTS = List.of(
            Dimension.linked("statement_issue l", "l.statement_id", "l.issue_id"),
            Dimension.linked(
                    "statement_speaker l join actor a on a.id = l.actor_id",
                    "l.statement_id",
                    "coalesce(a.side_id, a.id)"),
            Dimension.column("target_id"),
            Dimension.month("said_on"),
            Dimension.year("said_on"));
    private static final List<Dimension> INCIDENTS = List.of(
            Dimension.linked("attribution l", "l.incident_id", "l.blamed_id"),
            Dimension.column("place_id"),
            Dimension.column("kind"));

    @Inject
    ReadTransactions reads;

    @Test
    void both_ways_give_the_same() {
        reads.snapshot(Operation.current(), snapshot -> {}, () -> {
            compare("statement", STATEMENTS, Condition.TRUE);
            compare("statement", STATEMENTS, Condition.of("r.stance <> ?", "DEMANDS"));
            compare("statement", STATEMENTS, Condition.of("r.id = ?", "statement/zelenskyy-troops-killed"));
            compare("incident", INCIDENTS, Condition.TRUE);
            compare("incident", INCIDENTS, Condition.of("r.kind = ?", "no such kind"));
            return null;
        });
    }

    private static void compare(String table, List<Dimension> dimensions, Condition condition) {
        for (Dimension first : dimensions) {
            compare(table, condition, List.of(first));
            for (Dimension second : dimensions) {
                for (Dimension third : dimensions) {
                    if (first != second && second != third && third != first) {
                        compare(table, condition, List.of(first, second));
                        compare(table, condition, List.of(first, second, third));
                    }
                }
            }
        }
    }

    private static void compare(String table, Condition condition, List<Dimension> by) {
        assertThat(Grouping.of(table, Grouping.MOST_IN_MEMORY + 1, condition, "by", by))
                .as("%s %s %s", table, condition.sql(), by)
                .isEqualTo(Grouping.of(table, 100, condition, "by", by));
    }
}
