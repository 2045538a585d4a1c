package org.parley.figure;

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
import org.parley.graph.Sought;
import org.parley.graph.Words;

/** Every query about figures. */
@ApplicationScoped
public class Figures implements Catalogue<Figure> {
    private static final Path ALL = Path.all("figure");
    private static final Path BY_CLAIMANT = Path.column("figure", "claimed_by_id");

    private final Pages pages;
    private final Scopes scopes;
    private final Listing<Figure> listing =
            new Listing<>("figure", "figure", this::byIds, Figure::getId, Figure::sortKey);

    Figures(Pages pages, Scopes scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.FIGURE;
    }

    @Override
    public Class<Figure> type() {
        return Figure.class;
    }

    /** A page of all figures. */
    FigurePage page(FigureFilter filter, FigureOrder order, PageRequest request) {
        Scope scope = scopes.open();
        FigureFilter plain = filter == null ? new FigureFilter() : filter;
        if (plain.claimedBy != null && plain.claimedBy.size() == 1) {
            String claimant =
                    scope.ids("claimedBy", RecordKind.ACTOR, plain.claimedBy).get(0);
            return page(BY_CLAIMANT, claimant, plain, order, request, scope);
        }
        Sought.Term leading =
                plain.text == null ? null : scope.sought(plain.text).leading();
        if (leading != null) {
            return page(Words.path(RecordKind.FIGURE), leading.filtered().get(0), plain, order, request, scope);
        }
        return page(ALL, null, plain, order, request, scope);
    }

    /** A page of what an actor claims. */
    FigurePage claimedBy(String actor, FigureFilter filter, FigureOrder order, PageRequest request) {
        return page(BY_CLAIMANT, actor, filter, order, request, scopes.open());
    }

    private FigurePage page(
            Path path, String owner, FigureFilter filter, FigureOrder order, PageRequest request, Scope scope) {
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new FigurePage(new Page.Slice<>(
                pages, listing, path, owner, condition, order == null ? FigureOrder.DATE_ASC : order, null, request));
    }
}
