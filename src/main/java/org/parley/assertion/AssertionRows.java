package org.parley.assertion;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.issue.Issue;
import org.parley.issue.NamesIssues;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of assertions and checks their rules. */
@Singleton
class AssertionRows extends RecordRows implements NamesIssues {

    AssertionRows() {
        super(
                "assertions",
                RecordKind.ASSERTION,
                Set.of(RecordKind.SOURCE, RecordKind.ISSUE),
                List.of("assertion.id", "assertion_issue.assertion_id", "assertion_about.assertion_id"));
    }

    @Override
    public Links issueLinks() {
        return new Links("assertion_issue", "assertion_id", "l.ordinal");
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Assertion assertion = new Assertion();
        assertion.id = row.id();
        assertion.summary = row.text("summary");
        load.add(assertion);
        load.record(assertion.id, kind(), null);
        load.cite(assertion.id, row);
        load.passage(assertion.id, 5, assertion.summary);
        List<String> issues = row.optionalReferences("issues", RecordKind.ISSUE);
        load.link(Assertions.ISSUES, assertion, issues);
        issues.forEach(issue -> load.find(Issue.class, issue)
                .ifPresent(found -> load.passage(assertion.id, Issue.NAME_ELSEWHERE, found.name)));
        load.link(Assertions.ABOUT, assertion, row.anyReferences("about"));
    }
}
