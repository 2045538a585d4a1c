package org.parley.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.graph.RecordKind;
import org.parley.lists.LinkTable;
import org.parley.lists.Listed;
import org.parley.lists.PageRequest;
import org.parley.lists.Path;
import org.parley.lists.Way;

/** Every query about statements. */
@ApplicationScoped
public class Statements extends Listed<Statement, StatementFilter, StatementPage.Order, StatementPage> {
    static final LinkTable SPEAKERS =
            LinkTable.of("statement_speaker", "statement_id", "actor_id").withTime();
    static final LinkTable ISSUES =
            LinkTable.of("statement_issue", "statement_id", "issue_id").withTime();

    private static final Way<StatementFilter> BY_SPEAKER =
            Way.by("speaker", RecordKind.ACTOR, filter -> filter.speaker, SPEAKERS.toOwners());
    private static final Way<StatementFilter> BY_ROUND =
            Way.by("round", RecordKind.ROUND, filter -> filter.round, Path.column("statement", "round_id"));
    private static final Way<StatementFilter> BY_ISSUE =
            Way.by("issue", RecordKind.ISSUE, filter -> filter.issue, ISSUES.toOwners());

    private static final Path AT_TARGET = Path.column("statement", "target_id");
    private static final Path AT_PLACE = Path.column("statement", "place_id");

    Statements() {
        super(
                RecordKind.STATEMENT,
                Statement.class,
                Statement::sortKey,
                StatementPage.Order.DATE_ASC,
                StatementPage::new,
                BY_SPEAKER,
                BY_ROUND,
                BY_ISSUE,
                Way.byText(RecordKind.STATEMENT, filter -> filter.text));
    }

    /** A page of what an actor said. */
    StatementPage saidBy(String actor, StatementFilter filter, StatementPage.Order order, PageRequest request) {
        return page(BY_SPEAKER.path(), actor, filter, order, request);
    }

    /** A page of what was said about an issue. */
    StatementPage about(String issue, StatementFilter filter, StatementPage.Order order, PageRequest request) {
        return page(BY_ISSUE.path(), issue, filter, order, request);
    }

    /** A page of what was said in or about a round. */
    StatementPage in(String round, StatementFilter filter, StatementPage.Order order, PageRequest request) {
        return page(BY_ROUND.path(), round, filter, order, request);
    }

    /** A page of what was said of an actor. */
    StatementPage directedAt(String actor, StatementFilter filter, StatementPage.Order order, PageRequest request) {
        return page(AT_TARGET, actor, filter, order, request);
    }

    /** A page of those at a place. */
    StatementPage at(String place, StatementFilter filter, StatementPage.Order order, PageRequest request) {
        return page(AT_PLACE, place, filter, order, request);
    }

    /** The statements that match a filter, counted by these dimensions. */
    List<StatementCount> counted(List<StatementDimension> by, StatementFilter filter) {
        return counts(filter, by.stream().map(StatementDimension::dimension).toList()).stream()
                .map(group -> new StatementCount(by, group))
                .toList();
    }
}
