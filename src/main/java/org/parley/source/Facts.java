package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.Dated;
import org.parley.lists.FilterContexts;
import org.parley.lists.ListQuery;
import org.parley.lists.ListSource;
import org.parley.lists.Nodes;
import org.parley.lists.PageRequest;
import org.parley.lists.Pages;
import org.parley.lists.Path;
import org.parley.lists.Rows;
import org.parley.store.Sql;

/** Every query about which source supports which record. */
@ApplicationScoped
public class Facts {
    private final Pages pages;
    private final FilterContexts contexts;
    private final Rows rows;
    private final ListSource<Cited> listing;

    Facts(Pages pages, FilterContexts contexts, Rows rows, Nodes nodes) {
        this.pages = pages;
        this.contexts = contexts;
        this.rows = rows;
        this.listing = new ListSource<>(
                "fact",
                "record",
                ids -> nodes.byIds(ids).stream().map(Cited.class::cast).toList(),
                Cited::getId,
                (fact, order) -> fact instanceof Dated dated ? dated.sortKey(order) : Long.MAX_VALUE);
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
        Map<String, List<KindCount>> kinds = new HashMap<>();
        Map<String, Integer> sole = new HashMap<>();
        for (Object[] row : Sql.bind(
                        """
                        select f.source_id, f.kind, count(*), count(case when r.origins = 1 then 1 end)
                        from fact f join record r on r.id = f.record_id
                        group by f.source_id, f.kind
                        order by f.source_id, f.kind""",
                        List.of(),
                        Object[].class)
                .getResultList()) {
            kinds.computeIfAbsent((String) row[0], k -> new ArrayList<>())
                    .add(new KindCount(RecordKind.named((String) row[1]), ((Number) row[2]).intValue()));
            sole.merge((String) row[0], ((Number) row[3]).intValue(), Integer::sum);
        }
        return rows.all(Source.class, "id").stream()
                .map(source -> new SourceCoverage(
                        source, kinds.getOrDefault(source.getId(), List.of()), sole.getOrDefault(source.getId(), 0)))
                .toList();
    }
}
