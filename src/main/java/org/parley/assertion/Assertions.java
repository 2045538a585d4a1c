package org.parley.assertion;

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

/** Every query about assertions. */
@ApplicationScoped
public class Assertions implements RecordRepository<Assertion> {
    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Assertion> listing =
            new ListSource<>("assertion", "assertion", this::byIds, Assertion::getId, Assertion::sortKey);

    Assertions(Pages pages, FilterContexts scopes) {
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
        FilterContext scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new AssertionPage(new ListQuery<>(
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
