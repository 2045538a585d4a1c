package org.parley.disagreement;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.LinkTable;
import org.parley.lists.Listed;

/** Every query about disagreements. */
@ApplicationScoped
public class Disagreements extends Listed<Disagreement, DisagreementFilter, DisagreementPage.Order, DisagreementPage> {
    /** Records of any kind. */
    static final LinkTable ABOUT = LinkTable.of("disagreement_about", "disagreement_id", "record_id");

    Disagreements() {
        super(
                RecordKind.DISAGREEMENT,
                Disagreement.class,
                Disagreement::sortKey,
                DisagreementPage.Order.QUESTION_ASC,
                DisagreementPage::new);
    }
}
