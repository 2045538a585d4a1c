package org.parley.issue;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.lists.Collation;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of issues and checks their rules. */
@Singleton
class IssueRows extends RecordRows {

    IssueRows() {
        super("issues", RecordKind.ISSUE, Set.of(RecordKind.SOURCE), List.of("issue.id"));
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Issue issue = new Issue();
        issue.id = row.id();
        issue.name = row.text("name");
        issue.nameKey = Collation.key(issue.name);
        issue.description = row.text("description");
        load.addFindable(issue);
        load.record(issue.id, kind(), null);
        Identifiers.read(issue.id, load, row);
        load.cite(issue.id, row);
        load.passage(issue.id, 10, issue.name);
        load.passage(issue.id, 2, issue.description);
    }
}
