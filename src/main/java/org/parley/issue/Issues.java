package org.parley.issue;

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

/** Every query about issues. */
@ApplicationScoped
public class Issues implements Catalogue<Issue> {
    private final Pages pages;
    private final Scopes scopes;
    private final Listing<Issue> listing = new Listing<>("issue", "issue", this::byIds, Issue::getId, Issue::sortKey);

    Issues(Pages pages, Scopes scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ISSUE;
    }

    @Override
    public Class<Issue> type() {
        return Issue.class;
    }

    /** A page of all issues. */
    IssuePage page(IssueFilter filter, IssueOrder order, PageRequest request) {
        Scope scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new IssuePage(new Page.Slice<>(
                pages,
                listing,
                Path.all("issue"),
                null,
                condition,
                order == null ? IssueOrder.NAME_ASC : order,
                null,
                request));
    }
}
