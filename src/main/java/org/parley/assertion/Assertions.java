package org.parley.assertion;

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

/** Every query about assertions. */
@ApplicationScoped
public class Assertions implements Catalogue<Assertion> {
    private final Pages pages;
    private final Scopes scopes;
    private final Listing<Assertion> listing =
            new Listing<>("assertion", "assertion", this::byIds, Assertion::getId, Assertion::sortKey);

    Assertions(Pages pages, Scopes scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ASSERTION;
    }

    @Override
    public Class<Assertion> type() {
        return Assertion.class;
    }

    /** A page of all assertions. */
    AssertionPage page(AssertionFilter filter, AssertionOrder order, PageRequest request) {
        Scope scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new AssertionPage(new Page.Slice<>(
                pages,
                listing,
                Path.all("assertion"),
                null,
                condition,
                order == null ? AssertionOrder.ID_ASC : order,
                null,
                request));
    }
}
