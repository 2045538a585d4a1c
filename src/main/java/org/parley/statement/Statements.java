package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.graph.RecordKind;
import org.parley.lists.Condition;
import org.parley.lists.FilterContext;
import org.parley.lists.FilterContexts;
import org.parley.lists.ListQuery;
import org.parley.lists.ListSource;
import org.parley.lists.PageRequest;
import org.parley.lists.Pages;
import org.parley.lists.Path;
import org.parley.lists.Ranking;
import org.parley.lists.RecordRepository;
import org.parley.lists.Sought;
import org.parley.lists.Words;

/** Every query about statements. */
@ApplicationScoped
public class Statements implements RecordRepository<Statement> {
    private static final Path ALL = Path.all("statement");
    private static final Path BY_SPEAKER = Path.link("statement_speaker", "statement_id", "actor_id");
    private static final Path BY_ISSUE = Path.link("statement_issue", "statement_id", "issue_id");
    private static final Path BY_ROUND = Path.column("statement", "round_id");

    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Statement> listing =
            new ListSource<>("statement", "statement", this::byIds, Statement::getId, Statement::sortKey);

    Statements(Pages pages, FilterContexts scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STATEMENT;
    }

    @Override
    public Class<Statement> type() {
        return Statement.class;
    }

    /** A page of all statements. */
    StatementPage page(StatementFilter filter, StatementOrder order, PageRequest request) {
        FilterContext scope = scopes.open();
        StatementFilter plain = filter == null ? new StatementFilter() : filter;
        if (single(plain.speaker)) {
            plain.ledBy = "speaker";
            return page(
                    BY_SPEAKER,
                    scope.ids("speaker", RecordKind.ACTOR, plain.speaker).get(0),
                    plain,
                    order,
                    request,
                    scope);
        }
        if (single(plain.round)) {
            plain.ledBy = "round";
            return page(
                    BY_ROUND, scope.ids("round", RecordKind.ROUND, plain.round).get(0), plain, order, request, scope);
        }
        if (single(plain.issue)) {
            plain.ledBy = "issue";
            return page(
                    BY_ISSUE, scope.ids("issue", RecordKind.ISSUE, plain.issue).get(0), plain, order, request, scope);
        }
        Sought.Term leading =
                plain.text == null ? null : scope.sought(plain.text).leading();
        if (leading != null) {
            plain.ledBy = "text";
            return page(Words.path(RecordKind.STATEMENT), leading.filtered().get(0), plain, order, request, scope);
        }
        return page(ALL, null, plain, order, request, scope);
    }

    /** A page of what an actor said. */
    StatementPage saidBy(String actor, StatementFilter filter, StatementOrder order, PageRequest request) {
        return page(BY_SPEAKER, actor, filter, order, request, scopes.open());
    }

    /** A page of what was said about an issue. */
    StatementPage about(String issue, StatementFilter filter, StatementOrder order, PageRequest request) {
        return page(BY_ISSUE, issue, filter, order, request, scopes.open());
    }

    /** A page of what was said in or about a round. */
    StatementPage in(String round, StatementFilter filter, StatementOrder order, PageRequest request) {
        return page(BY_ROUND, round, filter, order, request, scopes.open());
    }

    private StatementPage page(
            Path path,
            String owner,
            StatementFilter filter,
            StatementOrder order,
            PageRequest request,
            FilterContext scope) {
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        boolean worded = filter != null && filter.text != null;
        return new StatementPage(new ListQuery<>(
                pages,
                listing,
                path,
                owner,
                condition,
                order == null ? StatementOrder.DATE_ASC : order,
                worded ? new Ranking(scope.sought(filter.text)) : null,
                request));
    }

    private static boolean single(List<String> ids) {
        return ids != null && ids.size() == 1;
    }
}
