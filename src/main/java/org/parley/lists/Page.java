package org.parley.lists;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.parley.graph.Deferred;

/**
 * A page of a list (Relay: Cursor Connections). It holds the query until {@link Pages} has read it, then the answer; no getter may be
 * called before. Belongs to one operation, so not thread-safe.
 *
 * <p>Each connection type of the schema is a subclass that only says how its edges are made.
 */
@RegisterForReflection // its getters are called by reflection on its subclasses
public abstract class Page<T, E extends ListEdge<T>> implements Deferred<Object> {
    private final ListQuery<T> query;
    private boolean counted;
    private Boolean listed; // null before the selection is known
    private PageAnswer<T> answer;
    private List<E> edges;

    protected Page(ListQuery<T> query) {
        this.query = query;
    }

    protected abstract E edge(Cursor cursor, T node);

    @NonNull
    @Description("The records of this page, each with its cursor.")
    public List<@NonNull E> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The records of this page.")
    public List<@NonNull T> getNodes() {
        return answer.nodes();
    }

    @NonNull
    @Description("Where this page stands in the list.")
    public PageInfo getPageInfo() {
        return new PageInfo(
                answer.hasNext(),
                answer.hasPrevious(),
                edges.isEmpty() ? null : edges.get(0).getCursor(),
                edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor());
    }

    @NonNull
    @Description("How many records the list has in all, on every page; counted only when asked for.")
    public Integer getTotalCount() {
        return answer.totalCount();
    }

    @Override
    public String batch() {
        return "pages";
    }

    @Override
    public List<Object> readAll(List<Deferred<Object>> questions) {
        List<Page<?, ?>> pages = new ArrayList<>(questions.size());
        questions.forEach(question -> pages.add((Page<?, ?>) question));
        query.reader().read(pages);
        return List.copyOf(questions);
    }

    @Override
    public void selected(Predicate<String> selected) {
        counted |= selected.test("totalCount");
        listed = Boolean.TRUE.equals(listed)
                || selected.test("nodes")
                || selected.test("edges")
                || selected.test("pageInfo");
    }

    ListQuery<T> query() {
        return query;
    }

    ListQuery.SqlShape shape() {
        return query.shape(counted, !Boolean.FALSE.equals(listed));
    }

    void answer(PageAnswer<T> answer) {
        this.answer = answer;
        edges = IntStream.range(0, answer.nodes().size())
                .mapToObj(i -> edge(answer.cursors().get(i), answer.nodes().get(i)))
                .toList();
    }
}
