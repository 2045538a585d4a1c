package org.parley.source;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.Filter;
import org.parley.lists.FilterContext;

/** Conditions on a record that a source supports. */
@Input("FactFilter")
@Description("Conditions on a record that a source supports; all must hold, and a list means any of its values.")
public class FactFilter extends Filter {
    @Description("The kind of record.")
    public List<@NonNull RecordKind> kind;

    @Description("Whether all sources of the record have one origin.")
    public Boolean singleOrigin;

    @Description(
            "Whether anything is known of the record's date: a day, a coarse date or a bound; always false for kinds of record that have no date.")
    public Boolean dated;

    @Description("All of these filters hold.")
    public List<@NonNull FactFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull FactFilter> or;

    @Description("This filter does not hold.")
    public FactFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                // Both stand beside the fact, so that no record need be looked up.
                Condition.isIn("k.kind", kind),
                singleOrigin == null ? Condition.TRUE : Condition.of(singleOrigin ? "k.origins = 1" : "k.origins <> 1"),
                Dated.dated(dated));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
