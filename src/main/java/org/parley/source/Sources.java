package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.FilterContext;
import org.parley.lists.FilterContexts;
import org.parley.lists.ListQuery;
import org.parley.lists.ListSource;
import org.parley.lists.PageRequest;
import org.parley.lists.Pages;
import org.parley.lists.Path;
import org.parley.lists.RecordRepository;

/** Every query about sources. */
@ApplicationScoped
public class Sources implements RecordRepository<Source> {
    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Source> listing =
            new ListSource<>("source", "source", this::byIds, Source::getId, Source::sortKey);

    Sources(Pages pages, FilterContexts scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SOURCE;
    }

    @Override
    public Class<Source> type() {
        return Source.class;
    }

    /** A page of all sources. */
    SourcePage page(SourceFilter filter, SourceOrder order, PageRequest request) {
        FilterContext scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new SourcePage(new ListQuery<>(
                pages,
                listing,
                Path.all("source"),
                null,
                condition,
                order == null ? SourceOrder.DATE_ASC : order,
                null,
                request));
    }
}
