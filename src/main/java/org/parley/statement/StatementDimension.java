package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Grouping.Dimension;

/** By what statements are counted. */
@Description("By what statements are counted.")
public enum StatementDimension {
    @Description("The issues that they are about.")
    ISSUE(Dimension.linked("statement_issue l", "l.statement_id", "l.issue_id")),
    @Description("Who said them.")
    SPEAKER(Dimension.linked("statement_speaker l", "l.statement_id", "l.actor_id")),
    @Description("The parties that the speakers speak for; who speaks for none is a side alone.")
    SIDE(Dimension.linked(
            "statement_speaker l join actor a on a.id = l.actor_id", "l.statement_id", "coalesce(a.side_id, a.id)")),
    @Description("Whom they are directed at or about.")
    TARGET(Dimension.column("target_id")),
    @Description("The round that they were said in or are about.")
    ROUND(Dimension.column("round_id")),
    @Description("The attitude that they take.")
    STANCE(Dimension.column("stance")),
    @Description("How much of them is in the speaker's own words.")
    KIND(Dimension.column("kind")),
    @Description("The month of the day on which they were said.")
    MONTH(Dimension.month("said_on")),
    @Description("The year of the day on which they were said.")
    YEAR(Dimension.year("said_on"));

    private final Dimension dimension;

    StatementDimension(Dimension dimension) {
        this.dimension = dimension;
    }

    Dimension dimension() {
        return dimension;
    }
}
