package org.parley.figure;

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
import org.parley.lists.Sought;
import org.parley.lists.Words;

/** Every query about figures. */
@ApplicationScoped
public class Figures implements RecordRepository<Figure> {
    private static final Path ALL = Path.all("figure");
    private static final Path BY_CLAIMANT = Path.column("figure", "claimed_by_id");

    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Figure> listing =
            new ListSource<>("figure", "figure", this::byIds, Figure::getId, Figure::sortKey);

    Figures(Pages pages, FilterContexts scopes) {
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
        FilterContext scope = scopes.open();
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
            Path path, String owner, FigureFilter filter, FigureOrder order, PageRequest request, FilterContext scope) {
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new FigurePage(new ListQuery<>(
                pages, listing, path, owner, condition, order == null ? FigureOrder.DATE_ASC : order, null, request));
    }
}
