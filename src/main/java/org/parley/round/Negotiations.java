package org.parley.round;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.LinkTable;
import org.parley.lists.Listed;

/** Every query about negotiations. */
@ApplicationScoped
public class Negotiations extends Listed<Negotiation, NegotiationFilter, NegotiationPage.Order, NegotiationPage> {
    /** An actor with several roles has several links. */
    static final LinkTable ROLES = LinkTable.of("negotiation_role", "negotiation_id", "actor_id");

    static final LinkTable ISSUES = LinkTable.of("negotiation_issue", "negotiation_id", "issue_id");

    Negotiations() {
        super(
                RecordKind.NEGOTIATION,
                Negotiation.class,
                Negotiation::sortKey,
                NegotiationPage.Order.TITLE_ASC,
                NegotiationPage::new);
    }
}
