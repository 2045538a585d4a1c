package org.parley.agreement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of agreements. */
@Name("AgreementConnection")
@Description("A page of a list of agreements.")
public class AgreementPage extends Page<Agreement, AgreementPage.Edge> {
    AgreementPage(ListQuery<Agreement> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Agreement node) {
        return new Edge(cursor, node);
    }

    /** An agreement in a list. */
    @Name("AgreementEdge")
    @Description("An agreement in a list, with its place.")
    public static final class Edge extends ListEdge<Agreement> {
        Edge(Cursor cursor, Agreement node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of agreements. */
    @Name("AgreementOrder")
    @Description("Orders of a list of agreements.")
    public enum Order implements ListOrder {
        @Description(
                "By day, oldest first; where no day is known, by the earliest that a coarse date or bounds allow, or by the latest if there is no earliest; those of which nothing is known last.")
        DATE_ASC,
        @Description(
                "By day, newest first; where no day is known, by the earliest that a coarse date or bounds allow, or by the latest if there is no earliest; those of which nothing is known last.")
        DATE_DESC,
        @Description("By how well the filter's text is met, best first; only with a text in the filter.")
        RELEVANCE_DESC
    }
}
