package org.parley.disagreement;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on a disagreement. */
@Input("DisagreementFilter")
@Description("Conditions on a disagreement; all must hold, and a list means any of its values.")
public class DisagreementFilter extends Filter {
    @Id
    @Description("The disagreement's id.")
    public List<@NonNull String> id;

    @Description("What the versions differ in.")
    public List<@NonNull DisagreementKind> kind;

    @Id
    @Description("A record that it is about: a full id, such as round/abu-dhabi-2.")
    public List<@NonNull String> about;

    @Id
    @Description("A source of one of its versions.")
    public List<@NonNull String> source;

    @Description(
            "All of these words must occur in the disagreement's question, readings or note, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull DisagreementFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull DisagreementFilter> or;

    @Description("This filter does not hold.")
    public DisagreementFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.DISAGREEMENT, id)),
                Condition.in("kind", kind),
                Condition.linked(Disagreements.ABOUT, context.anyIds("about", about)),
                context.source(source),
                context.text(text));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
