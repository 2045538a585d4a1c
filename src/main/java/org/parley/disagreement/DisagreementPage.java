package org.parley.disagreement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.parley.lists.Cursor;
import org.parley.lists.ListEdge;
import org.parley.lists.ListOrder;
import org.parley.lists.ListQuery;
import org.parley.lists.Page;

/** A page of disagreements. */
@Name("DisagreementConnection")
@Description("A page of a list of disagreements.")
public class DisagreementPage extends Page<Disagreement, DisagreementPage.Edge> {
    DisagreementPage(ListQuery<Disagreement> query) {
        super(query);
    }

    @Override
    protected Edge edge(Cursor cursor, Disagreement node) {
        return new Edge(cursor, node);
    }

    /** A disagreement in a list. */
    @Name("DisagreementEdge")
    @Description("A disagreement in a list, with its place.")
    public static final class Edge extends ListEdge<Disagreement> {
        Edge(Cursor cursor, Disagreement node) {
            super(cursor, node);
        }
    }

    /** Orders of a list of disagreements. */
    @Name("DisagreementOrder")
    @Description("Orders of a list of disagreements.")
    public enum Order implements ListOrder {
        @Description("By question, A to Z, in the order of Unicode (CLDR root collation).")
        QUESTION_ASC,
        @Description("By question, Z to A, in the order of Unicode (CLDR root collation).")
        QUESTION_DESC
    }
}
