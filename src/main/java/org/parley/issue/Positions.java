package org.parley.issue;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.LinkTable;
import org.parley.lists.Listed;

/** Every query about positions. */
@ApplicationScoped
public class Positions extends Listed<Position, PositionFilter, PositionPage.Order, PositionPage> {
    /** Which statements carry which positions, for the way from a statement; a position's own row has them in order. */
    public static final LinkTable CARRIERS =
            LinkTable.of("position_statement", "position_id", "statement_id").unordered();

    Positions() {
        super(RecordKind.POSITION, Position.class, Position::sortKey, PositionPage.Order.ID_ASC, PositionPage::new);
    }
}
