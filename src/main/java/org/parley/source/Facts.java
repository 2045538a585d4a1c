package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.graph.RecordKind;
import org.parley.graph.RecordSize;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.FilterContexts;
import org.parley.lists.ListQuery;
import org.parley.lists.ListSize;
import org.parley.lists.ListSource;
import org.parley.lists.Nodes;
import org.parley.lists.PageRequest;
import org.parley.lists.Pages;
import org.parley.lists.Path;
import org.parley.lists.Rows;
import org.parley.store.Sql;

/** Every query about which source supports which record. */
@ApplicationScoped
public class Facts implements ListSize {
    private final Pages pages;
    private final FilterContexts contexts;
    private final Rows rows;
    private final RecordSize size;
    private final ListSource<Cited> listing;

    Facts(Pages pages, FilterContexts contexts, Rows rows, Nodes nodes, RecordSize size) {
        this.pages = pages;
        this.contexts = contexts;
        this.rows = rows;
        this.size = size;
        this.listing = new ListSource<>(
                "fact",
                "record",
                ids -> nodes.byIds(ids).stream().map(Cited.class::cast).toList(),
                Cited::getId,
                (fact, order) -> fact instanceof Dated dated ? dated.sortKey(order) : Long.MAX_VALUE);
    }

    @Override
    public String type() {
        return "Fact";
    }

    /** An eighth of the number of records, whose facts are read as fast: the rows are short, and filters look up no others. */
    @Override
    public long rows() {
        return size.all() / 8;
    }

    /** A page of the records that a source supports. */
    FactPage page(String source, FactFilter filter, FactPage.Order order, PageRequest request) {
        return new FactPage(new ListQuery<>(
                pages,
                listing,
                Path.link("fact", "record_id", "source_id"),
                source,
                filter == null ? Condition.TRUE : filter.condition(contexts.open()),
                order == null ? FactPage.Order.DATE_ASC : order,
                null,
                request));
    }

    /** What each source supports, sources in the order of their ids; two statements. */
    List<SourceCoverage> coverage() {
        Map<String, Coverage> found =
                read("select source_id, kind, facts, sole from coverage order by source_id, kind", List.of());
        return rows.all(Source.class, "id").stream()
                .map(source -> found.getOrDefault(source.getId(), Coverage.NONE).of(source))
                .toList();
    }

    /** What each of these sources supports, in their order; one statement. */
    List<SourceCoverage> coverage(List<Source> sources) {
        Map<String, Coverage> found = read(
                """
                select c.source_id, c.kind, c.facts, c.sole
                from unnest(?) as o(id) join coverage c on c.source_id = o.id
                order by c.source_id, c.kind""",
                List.of(sources.stream().map(Source::getId).distinct().toList()));
        return sources.stream()
                .map(source -> found.getOrDefault(source.getId(), Coverage.NONE).of(source))
                .toList();
    }

    private static Map<String, Coverage> read(String sql, List<?> values) {
        Map<String, Coverage> found = new HashMap<>();
        Sql.read(sql, values, row -> found.computeIfAbsent(row.getString(1), source -> new Coverage())
                .add(row.getString(2), row.getInt(3), row.getInt(4)));
        return found;
    }

    /** What one source supports. */
    private static final class Coverage {
        static final Coverage NONE = new Coverage();

        private final List<KindCount> kinds = new ArrayList<>();
        private int sole;

        void add(String kind, int facts, int soleFacts) {
            kinds.add(new KindCount(RecordKind.named(kind), facts));
            sole += soleFacts;
        }

        SourceCoverage of(Source source) {
            return new SourceCoverage(source, kinds, sole);
        }
    }
}
