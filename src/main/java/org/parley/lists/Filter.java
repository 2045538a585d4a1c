package org.parley.lists;

import java.util.List;

/**
 * Conditions on the records of a list, as a client gives them; nothing of Parley writes to one. Each input type of the schema is a
 * subclass with its own fields, {@code and}, {@code or} and {@code not} among them: they are of the subclass's own type, and SmallRye
 * does not end its reading of a class whose superclass has that class as its type argument.
 */
public abstract class Filter {
    /**
     * The filters inside a filter. Each may be null: it was not given.
     *
     * @param and all of these hold
     * @param or  at least one of these holds
     * @param not this does not hold
     */
    public record Inside(List<? extends Filter> and, List<? extends Filter> or, Filter not) {}

    /** What the fields of this filter ask of a record, but for the filters inside it. */
    protected abstract Condition own(FilterContext context);

    /** The filters inside this one. */
    protected abstract Inside inside();

    /** What this filter and those inside it ask of a record. */
    public final Condition condition(FilterContext context) {
        FilterContext below = context.inside();
        Inside inside = inside();
        return Condition.all(
                own(context),
                inside.and() == null
                        ? Condition.TRUE
                        : Condition.all(inside.and().stream()
                                .map(filter -> filter.condition(below))
                                .toList()),
                inside.or() == null
                        ? Condition.TRUE
                        : Condition.any(inside.or().stream()
                                .map(filter -> filter.condition(below))
                                .toList()),
                inside.not() == null
                        ? Condition.TRUE
                        : inside.not().condition(below).negated());
    }
}
