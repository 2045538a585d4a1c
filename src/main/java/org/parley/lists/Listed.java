package org.parley.lists;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.graph.InvalidArgument;
import org.parley.graph.InvalidCursor;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.graph.RecordSize;
import org.parley.graph.UnknownId;

/**
 * The repository of a kind of record that has lists.
 *
 * @param <T> the record
 * @param <F> its filter
 * @param <O> the orders of its lists
 * @param <P> a page of its lists
 */
public abstract class Listed<T extends Node, F extends Filter, O extends ListOrder, P extends Page<T, ?>>
        implements RecordRepository<T> {
    @Inject
    Pages pages;

    @Inject
    FilterContexts contexts;

    @Inject
    RecordSize size;

    private final RecordKind kind;
    private final Class<T> type;
    private final Function<ListQuery<T>, P> page;
    private final O order;
    private final List<Way<F>> ways = new ArrayList<>();
    private final Path all;
    private final ListSource<T> source;

    /**
     * @param sortKey returns the value of a record in the column of an order
     * @param order   the default order
     * @param ways    the fields of the filter that select along an index of their own; the first that applies is used
     */
    @SafeVarargs
    protected Listed(
            RecordKind kind,
            Class<T> type,
            BiFunction<T, ListOrder, Object> sortKey,
            O order,
            Function<ListQuery<T>, P> page,
            Way<F>... ways) {
        this.kind = kind;
        this.type = type;
        this.page = page;
        this.order = order;
        for (Way<F> way : ways) {
            this.ways.add(way);
        }
        String table = EntityTable.of(type).name();
        this.all = Path.all(table);
        this.source = new ListSource<>(kind.name().toLowerCase(Locale.ROOT), table, this::byIds, Node::getId, sortKey);
    }

    @Override
    public RecordKind kind() {
        return kind;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    /** The fields of the filter for which the list has an index of its own. */
    Set<String> indexed() {
        return ways.stream().map(Way::field).collect(Collectors.toSet());
    }

    /**
     * A page of all records, or of those that match a filter.
     *
     * @param filter null for all records
     * @param order  null for the default order
     * @throws UnknownId if the filter names a record that does not exist
     * @throws InvalidArgument if the order is by relevance, and the filter has no text
     * @throws InvalidCursor if a cursor was made for another list or order
     */
    public P page(F filter, O order, PageRequest request) {
        FilterContext context = contexts.open();
        if (filter != null && order != null && order.isByRelevance() && ranking(filter, context) != null) {
            return page(Path.hits(kind), null, filter, order, request, context.answering(Way.WHOLE_TEXT));
        }
        if (filter != null) {
            for (Way<F> way : ways) {
                String owner = way.owner(filter, context);
                if (owner != null) {
                    return page(way.path(), owner, filter, order, request, context.answering(way.field()));
                }
            }
        }
        return page(all, null, filter, order, request, context);
    }

    /**
     * A page of the records that belong to an owner. Parameters and errors are those of
     * {@link #page(Filter, ListOrder, PageRequest)}.
     */
    protected P page(Path path, String owner, F filter, O order, PageRequest request) {
        return page(path, owner, filter, order, request, contexts.open());
    }

    private P page(Path path, String owner, F filter, O order, PageRequest request, FilterContext context) {
        Condition condition = filter == null ? Condition.TRUE : filter.condition(context);
        context.check();
        return page.apply(new ListQuery<>(
                pages,
                source,
                path,
                owner,
                condition,
                order == null ? this.order : order,
                filter == null ? null : ranking(filter, context),
                request));
    }

    /**
     * Counts the records that match a filter, by what they have in common.
     *
     * @param filter null for all records
     * @param by     the dimensions, given as the argument {@code by}
     * @throws UnknownId       if the filter names a record that does not exist
     * @throws InvalidArgument see {@link Grouping}
     */
    protected List<Grouping.Group> counts(F filter, List<Grouping.Dimension> by) {
        FilterContext context = contexts.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(context);
        context.check();
        return Grouping.of(source.table(), size.of(kind), condition, "by", by);
    }

    private Ranking ranking(F filter, FilterContext context) {
        return ways.stream()
                .map(way -> way.ranking(filter, context))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
