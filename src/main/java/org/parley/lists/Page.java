package org.parley.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.Deferred;
import org.parley.graph.InvalidArgument;

/**
 * A part of a list (Relay: Cursor Connections): first the question, then, once {@link Pages} has read it, the answer.
 *
 * <p>Each connection type of the schema is a subclass that only says how its edges are made.
 */
@RegisterForReflection // its getters are called by name on the types below it
public abstract class Page<T, E extends Edge<T>> implements Deferred<Object> {
    private final Pages reader;
    private final ListSource<T> listing;
    private final Path path;
    private final String owner;
    private final Condition condition;
    private final Order order;
    private final PageRequest request;
    private final Ranking ranking;

    private boolean counted;
    private List<T> nodes;
    private List<E> edges;
    private PageInfo pageInfo;
    private Integer totalCount;

    protected Page(ListQuery<T> query) {
        query.request().mustBelongTo(query.listing().name(), query.order());
        this.reader = query.reader();
        this.listing = query.listing();
        this.path = query.path();
        this.owner = query.owner();
        this.condition = query.condition();
        this.order = query.order();
        this.request = query.request();
        this.ranking = query.ranking();
        if (ranking == null && order.column().equals(Ranking.COLUMN)) {
            throw new InvalidArgument("orderBy must not be " + order.name() + " without a text in the filter");
        }
    }

    protected abstract E edge(String cursor, T node);

    @NonNull
    @Description("The records of this page, each with its cursor.")
    public List<@NonNull E> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The records of this page.")
    public List<@NonNull T> getNodes() {
        return nodes;
    }

    @NonNull
    @Description("Where this page stands in the list.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @NonNull
    @Description("How many records the list has in all, on every page; counted only when asked for.")
    public Integer getTotalCount() {
        return totalCount;
    }

    @Override
    public String batch() {
        return "pages";
    }

    @Override
    public List<Object> readAll(List<Deferred<Object>> questions) {
        List<Page<?, ?>> pages = new ArrayList<>(questions.size());
        questions.forEach(question -> pages.add((Page<?, ?>) question));
        reader.read(pages);
        return List.copyOf(questions);
    }

    @Override
    public void selected(Predicate<String> selected) {
        counted |= selected.test("totalCount");
    }

    /** What must be equal for two pages to be read by the same SQL: all but the owner. */
    record SqlShape(
            ListSource<?> listing,
            Path path,
            Condition condition,
            Order order,
            Ranking ranking,
            PageRequest request,
            boolean counted) {}

    @Ignore
    SqlShape shape() {
        return new SqlShape(
                listing,
                path,
                condition,
                order,
                order.column().equals(Ranking.COLUMN) ? ranking : null,
                request,
                counted);
    }

    String owner() {
        return owner;
    }

    ListSource<T> listing() {
        return listing;
    }

    /**
     * Takes the answer in.
     *
     * @param found  the records in the list's order
     * @param beyond whether the list goes on past them in the direction of reading
     * @param count  the length of the whole list, or null if not counted
     * @param ranks  each record's value of an order by relevance; not used in another order
     */
    void answer(List<T> found, boolean beyond, Integer count, Map<String, Long> ranks) {
        nodes = found;
        edges = found.stream().map(node -> edge(cursor(node, ranks), node)).toList();
        pageInfo = new PageInfo(
                request.backward() ? request.before() != null : beyond,
                request.backward() ? beyond : request.after() != null,
                found.isEmpty() ? null : edges.get(0).getCursor(),
                found.isEmpty() ? null : edges.get(edges.size() - 1).getCursor());
        totalCount = count;
    }

    private String cursor(T node, Map<String, Long> ranks) {
        String id = listing.id().apply(node);
        Object key = shape().ranking() == null ? listing.key().apply(node, order) : ranks.get(id);
        return new Cursor(listing.name(), order.name(), key, id).encode();
    }
}
