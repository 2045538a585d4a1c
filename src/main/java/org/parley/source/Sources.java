package org.parley.source;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.Catalogue;
import org.parley.graph.Condition;
import org.parley.graph.Listing;
import org.parley.graph.Page;
import org.parley.graph.PageRequest;
import org.parley.graph.Pages;
import org.parley.graph.Path;
import org.parley.graph.RecordKind;
import org.parley.graph.Scope;
import org.parley.graph.Scopes;

/** Every query about sources. */
@ApplicationScoped
public class Sources implements Catalogue<Source> {
    private final Pages pages;
    private final Scopes scopes;
    private final Listing<Source> listing =
            new Listing<>("source", "source", this::byIds, Source::getId, Source::sortKey);

    Sources(Pages pages, Scopes scopes) {
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
        Scope scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new SourcePage(new Page.Slice<>(
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
