package org.parley.round;

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

/** Every query about negotiations. */
@ApplicationScoped
public class Negotiations implements RecordRepository<Negotiation> {
    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Negotiation> listing =
            new ListSource<>("negotiation", "negotiation", this::byIds, Negotiation::getId, Negotiation::sortKey);

    Negotiations(Pages pages, FilterContexts scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.NEGOTIATION;
    }

    @Override
    public Class<Negotiation> type() {
        return Negotiation.class;
    }

    /** A page of all negotiations. */
    NegotiationPage page(NegotiationFilter filter, NegotiationOrder order, PageRequest request) {
        FilterContext scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new NegotiationPage(new ListQuery<>(
                pages,
                listing,
                Path.all("negotiation"),
                null,
                condition,
                order == null ? NegotiationOrder.TITLE_ASC : order,
                null,
                request));
    }
}
