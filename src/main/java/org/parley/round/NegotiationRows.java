package org.parley.round;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.lists.Collation;
import org.parley.record.RecordLoad;
import org.parley.record.RecordRows;
import org.parley.record.Row;

/** Reads the rows of negotiations and checks their rules. */
@Singleton
class NegotiationRows extends RecordRows {

    NegotiationRows() {
        super(
                "negotiations",
                RecordKind.NEGOTIATION,
                Set.of(RecordKind.SOURCE, RecordKind.ACTOR, RecordKind.ISSUE),
                List.of("negotiation.id", "negotiation_role.negotiation_id", "negotiation_issue.negotiation_id"));
    }

    @Override
    protected void read(Row row, RecordLoad load) {
        Negotiation negotiation = new Negotiation();
        negotiation.id = row.id();
        negotiation.title = row.text("title");
        negotiation.nameKey = Collation.key(negotiation.title);
        negotiation.summary = row.text("summary");
        load.add(negotiation);
        load.record(negotiation.id, kind(), null);
        Identifiers.read(negotiation.id, load, row);
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
        load.link(Negotiations.ISSUES, negotiation, row.references("issues", RecordKind.ISSUE));
    }
}
