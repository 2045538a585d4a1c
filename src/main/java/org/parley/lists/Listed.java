package org.parley.lists;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.parley.graph.InvalidArgument;
import org.parley.graph.InvalidCursor;
import org.parley.graph.Node;
import org.parley.graph.RecordKind;
import org.parley.graph.UnknownId;

/**
 * The records of a kind that is read in lists. Its table is named as the kind is, in lower case.
 *
 * @param <T> the record
 * @param <F> conditions on it
 * @param <O> the orders of its lists
 * @param <P> a page of a list
 */
public abstract class Listed<T extends Node, F extends Filter, O extends ListOrder, P extends Page<T, ?>>
        implements RecordRepository<T> {
    @Inject
    Pages pages;

    @Inject
    FilterContexts contexts;

    private final RecordKind kind;
    private final Class<T> type;
    private final Function<ListQuery<T>, P> page;
    private final O order;
    private final List<Way<F>> ways = new ArrayList<>();
    private final Path all;
    private final ListSource<T> source;

    /**
     * @param sortKey a record's value of an order's column
     * @param order   of a list for which none is asked
     * @param ways    to walk a list by a field of its filter, the best first
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
        String table = kind.name().toLowerCase(Locale.ROOT);
        this.all = Path.all(table);
        this.source = new ListSource<>(table, table, this::byIds, Node::getId, sortKey);
    }

    @Override
    public RecordKind kind() {
        return kind;
    }

    @Override
    public Class<T> type() {
        return type;
    }

    /**
     * A page of all records, or of those that a filter lets through.
     *
     * @param filter may be null
     * @param order  null for the usual one
     * @throws UnknownId       if the filter names a record that does not exist
     * @throws InvalidArgument if the order is by relevance, and the filter has no text
     * @throws InvalidCursor   if a cursor is one of another list or order
     */
    public P page(F filter, O order, PageRequest request) {
        FilterContext context = contexts.open();
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

    /** A page of the records that belong to an owner. See the other method. */
    protected P page(Path path, String owner, F filter, O order, PageRequest request) {
        return page(path, owner, filter, order, request, contexts.open());
    }

    private P page(Path path, String owner, F filter, O order, PageRequest request, FilterContext context) {
        Condition condition = filter == null ? Condition.TRUE : filter.condition(context);
        context.check();
        Ranking ranking = filter == null
                ? null
                : ways.stream()
                        .map(way -> way.ranking(filter, context))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return page.apply(new ListQuery<>(
                pages, source, path, owner, condition, order == null ? this.order : order, ranking, request));
    }
}
