package org.parley.figure;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Listed;
import org.parley.lists.PageRequest;
import org.parley.lists.Path;
import org.parley.lists.Way;

/** Every query about figures. */
@ApplicationScoped
public class Figures extends Listed<Figure, FigureFilter, FigurePage.Order, FigurePage> {
    private static final Way<FigureFilter> BY_CLAIMANT =
            Way.by("claimedBy", RecordKind.ACTOR, filter -> filter.claimedBy, Path.column("figure", "claimed_by_id"));

    Figures() {
        super(
                RecordKind.FIGURE,
                Figure.class,
                Figure::sortKey,
                FigurePage.Order.DATE_ASC,
                FigurePage::new,
                BY_CLAIMANT,
                Way.byText(RecordKind.FIGURE, filter -> filter.text));
    }

    /** A page of what an actor claims. */
    FigurePage claimedBy(String actor, FigureFilter filter, FigurePage.Order order, PageRequest request) {
        return page(BY_CLAIMANT.path(), actor, filter, order, request);
    }
}
