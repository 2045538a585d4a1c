package org.parley.issue;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of positions and checks their rules. */
@Singleton
class PositionRows extends RecordRows implements NamesIssues {

    PositionRows() {
        super(
                "positions",
                RecordKind.POSITION,
                Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.ISSUE, RecordKind.STATEMENT),
                List.of("position_taken.id", "position_wording.position_id", "position_statement.position_id"));
    }

    @Override
    public Links issueLinks() {
        return new Links("position_taken", "id", "1");
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Position position = new Position();
        position.id = row.id();
        position.actorId = row.reference("actor", RecordKind.ACTOR);
        position.issueId = row.reference("issue", RecordKind.ISSUE);
        position.stance = row.constant("stance", Stance.class);
        position.summary = row.text("summary");
        position.statementIds = row.optionalReferences("statements", RecordKind.STATEMENT);
        position.note = row.optionalText("note");
        load.add(position);
        load.link(Positions.CARRIERS, position, position.statementIds);
        load.record(position.id, kind(), null);
        load.passage(position.id, 5, position.summary);
        row.eachOfSome("wordings", (each, ordinal) -> {
            PositionWording wording = new PositionWording();
            wording.positionId = position.id;
            wording.ordinal = ordinal;
            wording.sourceId = each.reference("source", RecordKind.SOURCE);
            wording.locator = load.locator(each, wording.sourceId);
            wording.wording = each.text("wording");
            load.add(wording);
            load.cite(position.id, wording.sourceId, wording.locator, null);
            load.passage(position.id, 3, wording.wording);
        });
        load.citeFurther(position.id, row);
        load.passage(position.id, 2, position.note);
        load.find(Issue.class, position.issueId)
                .ifPresent(issue -> load.passage(position.id, Issue.NAME_ELSEWHERE, issue.name));
    }
}
