package org.parley.statement;

import org.eclipse.microprofile.graphql.Description;
import org.parley.lists.Grouping.Dimension;

/** By what statements are counted. */
@Description("By what statements are counted.")
public enum StatementDimension {
    @Description("The issues that they are about.")
    ISSUE(new Dimension(" left join statement_issue di on di.statement_id = r.id", "di.issue_id")),
    @Description("Who said them.")
    SPEAKER(new Dimension(" left join statement_speaker dp on dp.statement_id = r.id", "dp.actor_id")),
    @Description("The parties that the speakers speak for; who speaks for none is a side alone.")
    SIDE(new Dimension(
            " left join statement_speaker ds on ds.statement_id = r.id left join actor da on da.id = ds.actor_id",
            "coalesce(da.side_id, da.id)")),
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
