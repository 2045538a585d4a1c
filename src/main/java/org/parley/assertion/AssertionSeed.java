package org.parley.assertion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.issue.Issue;
import org.parley.record.SeedLoad;
import org.parley.record.SeedRow;
import org.parley.record.SeedTable;

/** The assertions' rows of the seed. */
@ApplicationScoped
class AssertionSeed implements SeedTable {

    @Override
    public String file() {
        return "assertions";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ASSERTION;
    }

    @Override
    public Set<RecordKind> after() {
        return Set.of(RecordKind.SOURCE, RecordKind.ISSUE);
    }

    @Override
    public List<String> tables() {
        return List.of("assertion", "assertion_issue", "assertion_about");
    }

    @Override
    public void read(SeedRow row, SeedLoad load) {
        Assertion assertion = new Assertion();
        assertion.id = row.id();
        assertion.summary = row.text("summary");
        load.add(assertion);
        load.record(assertion.id, kind(), null);
        load.cite(assertion.id, row);
        load.passage(assertion.id, 5, assertion.summary);
        int ordinal = 0;
        for (String issue : row.optionalReferences("issues", RecordKind.ISSUE)) {
            load.add(new AssertionIssue(assertion, ++ordinal, issue));
            load.find(Issue.class, issue)
                    .ifPresent(found -> load.passage(assertion.id, Issue.NAME_ELSEWHERE, found.name));
        }
        ordinal = 0;
        for (String record : row.anyReferences("about")) {
            load.add(new AssertionAbout(assertion, ++ordinal, record));
        }
    }
}
