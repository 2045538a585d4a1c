package org.parley.issue;

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

/** Every query about issues. */
@ApplicationScoped
public class Issues implements RecordRepository<Issue> {
    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Issue> listing =
            new ListSource<>("issue", "issue", this::byIds, Issue::getId, Issue::sortKey);

    Issues(Pages pages, FilterContexts scopes) {
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
        FilterContext scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new IssuePage(new ListQuery<>(
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
