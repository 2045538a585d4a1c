package org.parley.place;

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

/** Conditions on a place. */
@Input("PlaceFilter")
@Description("Conditions on a place; all must hold, and a list means any of its values.")
public class PlaceFilter extends Filter {
    @Id
    @Description("The place's id.")
    public List<@NonNull String> id;

    @Description(Identifiers.FILTER)
    public List<@NonNull String> identifier;

    @Id
    @Description("A place that it lies in, at any depth; a place lies in itself.")
    public List<@NonNull String> within;

    @Description("How large it is.")
    public List<@NonNull PlaceKind> kind;

    @Description("ISO 3166-1 alpha-2 of the country it is in, or is, in capitals.")
    public List<@NonNull String> countryCode;

    @Description("Whether it has coordinates.")
    public Boolean located;

    @Description(
            "All of these words must occur in the place's names, in any form and any recorded spelling, as in search.")
    public String text;

    @Description("All of these filters hold.")
    public List<@NonNull PlaceFilter> and;

    @Description("At least one of these filters holds.")
    public List<@NonNull PlaceFilter> or;

    @Description("This filter does not hold.")
    public PlaceFilter not;

    @Override
    protected Condition own(FilterContext context) {
        return Condition.all(
                Condition.in("id", context.ids("id", RecordKind.PLACE, id)),
                Identifiers.among(identifier),
                Condition.in("id", Places.inside(context.ids("within", RecordKind.PLACE, within))),
                Condition.in("kind", kind),
                Condition.in("country_code", countryCode),
                located == null
                        ? Condition.TRUE
                        : Condition.of("{record}.latitude is " + (located ? "not null" : "null")),
                context.text(text));
    }

    @Override
    protected Inside inside() {
        return new Inside(and, or, not);
    }
}
