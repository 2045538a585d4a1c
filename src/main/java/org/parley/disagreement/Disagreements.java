package org.parley.disagreement;

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

/** Every query about disagreements. */
@ApplicationScoped
public class Disagreements implements RecordRepository<Disagreement> {
    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Disagreement> listing =
            new ListSource<>("disagreement", "disagreement", this::byIds, Disagreement::getId, Disagreement::sortKey);

    Disagreements(Pages pages, FilterContexts scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.DISAGREEMENT;
    }

    @Override
    public Class<Disagreement> type() {
        return Disagreement.class;
    }

    /** A page of all disagreements. */
    DisagreementPage page(DisagreementFilter filter, DisagreementOrder order, PageRequest request) {
        FilterContext scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new DisagreementPage(new ListQuery<>(
                pages,
                listing,
                Path.all("disagreement"),
                null,
                condition,
                order == null ? DisagreementOrder.QUESTION_ASC : order,
                null,
                request));
    }
}
