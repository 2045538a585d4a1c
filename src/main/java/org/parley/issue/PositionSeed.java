package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.record.SeedLoad;
import org.parley.record.SeedRow;
import org.parley.record.SeedTable;

/** The positions' rows of the seed. */
@ApplicationScoped
class PositionSeed implements SeedTable {

    @Override
    public String file() {
        return "positions";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.POSITION;
    }

    @Override
    public Set<RecordKind> after() {
        return Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.ISSUE);
    }

    @Override
    public List<String> tables() {
        return List.of("position_taken", "position_wording");
    }

    @Override
    public void read(SeedRow row, SeedLoad load) {
        Position position = new Position();
        position.id = row.id();
        position.actorId = row.reference("actor", RecordKind.ACTOR);
        position.issueId = row.reference("issue", RecordKind.ISSUE);
        position.stance = row.constant("stance", Stance.class);
        position.summary = row.text("summary");
        position.statementIds = row.optionalReferences("statements", RecordKind.STATEMENT);
        position.note = row.optionalText("note");
        load.add(position);
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
