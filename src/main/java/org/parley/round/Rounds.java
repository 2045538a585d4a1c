package org.parley.round;

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
import org.parley.lists.RecordRepository;
import org.parley.lists.Sought;
import org.parley.lists.Words;

/** Every query about rounds. */
@ApplicationScoped
public class Rounds implements RecordRepository<Round> {
    private static final Path ALL = Path.all("round");
    private static final Path BY_NEGOTIATION = Path.column("round", "negotiation_id");
    private static final Path BY_PARTICIPANT = Path.link("participation", "round_id", "actor_id");

    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Round> listing =
            new ListSource<>("round", "round", this::byIds, Round::getId, Round::sortKey);

    Rounds(Pages pages, FilterContexts scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ROUND;
    }

    @Override
    public Class<Round> type() {
        return Round.class;
    }

    /** A page of all rounds. */
    RoundPage page(RoundFilter filter, RoundOrder order, PageRequest request) {
        FilterContext scope = scopes.open();
        RoundFilter plain = filter == null ? new RoundFilter() : filter;
        if (single(plain.participant)) {
            return page(
                    BY_PARTICIPANT,
                    scope.ids("participant", RecordKind.ACTOR, plain.participant)
                            .get(0),
                    plain,
                    order,
                    request,
                    scope);
        }
        if (single(plain.negotiation)) {
            return page(
                    BY_NEGOTIATION,
                    scope.ids("negotiation", RecordKind.NEGOTIATION, plain.negotiation)
                            .get(0),
                    plain,
                    order,
                    request,
                    scope);
        }
        Sought.Term leading =
                plain.text == null ? null : scope.sought(plain.text).leading();
        if (leading != null) {
            return page(Words.path(RecordKind.ROUND), leading.filtered().get(0), plain, order, request, scope);
        }
        return page(ALL, null, plain, order, request, scope);
    }

    /** A page of the rounds of a negotiation. */
    RoundPage of(String negotiation, RoundFilter filter, RoundOrder order, PageRequest request) {
        return page(BY_NEGOTIATION, negotiation, filter, order, request, scopes.open());
    }

    /** A page of the rounds in which an actor is listed as a participant. */
    RoundPage attendedBy(String actor, RoundFilter filter, RoundOrder order, PageRequest request) {
        return page(BY_PARTICIPANT, actor, filter, order, request, scopes.open());
    }

    private RoundPage page(
            Path path, String owner, RoundFilter filter, RoundOrder order, PageRequest request, FilterContext scope) {
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new RoundPage(new ListQuery<>(
                pages, listing, path, owner, condition, order == null ? RoundOrder.DATE_ASC : order, null, request));
    }

    private static boolean single(List<String> ids) {
        return ids != null && ids.size() == 1;
    }
}
