package org.parley.disagreement;

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

/** Every query about disagreements. */
@ApplicationScoped
public class Disagreements implements Catalogue<Disagreement> {
    private final Pages pages;
    private final Scopes scopes;
    private final Listing<Disagreement> listing =
            new Listing<>("disagreement", "disagreement", this::byIds, Disagreement::getId, Disagreement::sortKey);

    Disagreements(Pages pages, Scopes scopes) {
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
        Scope scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new DisagreementPage(new Page.Slice<>(
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
