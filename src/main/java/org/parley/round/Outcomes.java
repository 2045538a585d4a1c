package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Listed;

/** Every query about outcomes. */
@ApplicationScoped
public class Outcomes extends Listed<Outcome, OutcomeFilter, OutcomePage.Order, OutcomePage> {
    Outcomes() {
        super(RecordKind.OUTCOME, Outcome.class, Outcome::sortKey, OutcomePage.Order.ID_ASC, OutcomePage::new);
    }
}
