package org.parley.round;

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

/** Every query about negotiations. */
@ApplicationScoped
public class Negotiations implements Catalogue<Negotiation> {
    private final Pages pages;
    private final Scopes scopes;
    private final Listing<Negotiation> listing =
            new Listing<>("negotiation", "negotiation", this::byIds, Negotiation::getId, Negotiation::sortKey);

    Negotiations(Pages pages, Scopes scopes) {
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
        Scope scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new NegotiationPage(new Page.Slice<>(
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
