package org.parley.lists;

import java.util.List;

/**
 * Conditions on the records of a list, as a client sent them. Parley never changes them.
 *
 * <p>Each input type of the schema is a subclass with its own fields, among them {@code and}, {@code or} and {@code not}, whose type
 * is the subclass itself. They can't be declared here with a type parameter: SmallRye recurses without end into a class whose
 * superclass has that class as its type argument.
 */
public abstract class Filter {
    /** The filters nested in a filter. Each is null if the client did not send it. */
    public record Inside(List<? extends Filter> and, List<? extends Filter> or, Filter not) {}

    /** The condition of this filter's own fields, without the nested filters. */
    protected abstract Condition own(FilterContext context);

    /** The nested filters. */
    protected abstract Inside inside();

    /** The condition of this filter and all nested ones. */
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
