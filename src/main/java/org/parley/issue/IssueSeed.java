package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.lists.Collation;
import org.parley.record.SeedLoad;
import org.parley.record.SeedRow;
import org.parley.record.SeedTable;

/** The issues' rows of the seed. */
@ApplicationScoped
class IssueSeed implements SeedTable {

    @Override
    public String file() {
        return "issues";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ISSUE;
    }

    @Override
    public Set<RecordKind> after() {
        return Set.of(RecordKind.SOURCE);
    }

    @Override
    public List<String> tables() {
        return List.of("issue");
    }

    @Override
    public void read(SeedRow row, SeedLoad load) {
        Issue issue = new Issue();
        issue.id = row.id();
        issue.name = row.text("name");
        issue.nameKey = Collation.key(issue.name);
        issue.description = row.text("description");
        load.add(issue);
        load.record(issue.id, kind(), null);
        load.cite(issue.id, row);
        load.passage(issue.id, 10, issue.name);
        load.passage(issue.id, 2, issue.description);
    }
}
