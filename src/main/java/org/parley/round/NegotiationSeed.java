package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.lists.Collation;
import org.parley.record.SeedLoad;
import org.parley.record.SeedRow;
import org.parley.record.SeedTable;

/** The negotiations' rows of the seed. */
@ApplicationScoped
class NegotiationSeed implements SeedTable {

    @Override
    public String file() {
        return "negotiations";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.NEGOTIATION;
    }

    @Override
    public Set<RecordKind> after() {
        return Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.ISSUE);
    }

    @Override
    public List<String> tables() {
        return List.of("negotiation", "negotiation_role", "negotiation_issue");
    }

    @Override
    public void read(SeedRow row, SeedLoad load) {
        Negotiation negotiation = new Negotiation();
        negotiation.id = row.id();
        negotiation.title = row.text("title");
        negotiation.nameKey = Collation.key(negotiation.title);
        negotiation.summary = row.text("summary");
        load.add(negotiation);
        load.record(negotiation.id, kind(), null);
        load.cite(negotiation.id, row);
        load.passage(negotiation.id, 10, negotiation.title);
        load.passage(negotiation.id, 5, negotiation.summary);
        row.eachOfSome("roles", (each, ordinal) -> {
            NegotiationRole role = new NegotiationRole();
            role.id = negotiation.id + "/role/" + ordinal;
            role.ordinal = ordinal;
            role.negotiationId = negotiation.id;
            role.actorId = each.reference("actor", RecordKind.ACTOR);
            role.role = each.constant("role", NegotiationRoleKind.class);
            role.note = each.optionalText("note");
            load.add(role);
            load.cite(role.id, each);
        });
        List<String> issues = row.references("issues", RecordKind.ISSUE);
        for (int i = 0; i < issues.size(); i++) {
            NegotiationIssue link = new NegotiationIssue();
            link.negotiationId = negotiation.id;
            link.ordinal = i + 1;
            link.issueId = issues.get(i);
            load.add(link);
        }
    }
}
