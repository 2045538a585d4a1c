package org.parley.issue;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.identifier.Identifiers;
import org.parley.lists.Condition;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on an issue. */
@Input("IssueFilter")
@Description("Conditions on an issue; all must hold, and a list means any of its values.")
public class IssueFilter extends Filter {
    @Id
    @Description("The issue's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Id
    @Description("A source that it rests on.")
    public List<@NonNull String> source;

    @Description("Whether all its sources have one origin.")
    public Boolean singleOrigin;

    @Id
    @Description("A negotiation of whose issues it is one.")
    public List<@NonNull String> negotiation;

    @Description(
            "All of these words must occur in the issue's name or description, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull IssueFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull IssueFilter> or;

    @Description("This filter does not hold.")
    public IssueFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.ISSUE, id)),
                Identifiers.among(identifier),
                Condition.existsIn(
                        "negotiation_issue x",
                        "x.issue_id = {record}.id",
                        "x.negotiation_id",
                        context.ids("negotiation", RecordKind.NEGOTIATION, negotiation)),
                context.source(source),
                context.singleOrigin(singleOrigin),
                context.text(text));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
