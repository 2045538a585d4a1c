package org.parley.assertion;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on an assertion. */
@Input("AssertionFilter")
@Description("Conditions on an assertion; all must hold, and a list means any of its values.")
public class AssertionFilter extends Filter {
    @Id
    @Description("The assertion's id.")
    public List<@NonNull String> id;

    @Id
    @Description("An issue that it touches.")
    public List<@NonNull String> issue;

    @Id
    @Description("A record that it is about: a full id, such as round/abu-dhabi-2.")
    public List<@NonNull String> about;

    @Id
    @Description("A source that asserts it.")
    public List<@NonNull String> source;

    @Description("Whether all its sources have one origin.")
    public Boolean singleOrigin;

    @Description(
            "All of these words must occur in the assertion's summary or the names of its issues, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull AssertionFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull AssertionFilter> or;

    @Description("This filter does not hold.")
    public AssertionFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.ASSERTION, id)),
                Condition.linked(Assertions.ISSUES, context.ids("issue", RecordKind.ISSUE, issue)),
                Condition.linked(Assertions.ABOUT, context.anyIds("about", about)),
                context.source(source),
                context.singleOrigin(singleOrigin),
                context.text(text));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
