package org.parley.actor;

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

/** Every query about actors. */
@ApplicationScoped
public class Actors implements RecordRepository<Actor> {
    private final Pages pages;
    private final FilterContexts scopes;
    private final ListSource<Actor> listing =
            new ListSource<>("actor", "actor", this::byIds, Actor::getId, Actor::sortKey);

    Actors(Pages pages, FilterContexts scopes) {
        this.pages = pages;
        this.scopes = scopes;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ACTOR;
    }

    @Override
    public Class<Actor> type() {
        return Actor.class;
    }

    /** A page of all actors. */
    ActorPage page(ActorFilter filter, ActorOrder order, PageRequest request) {
        FilterContext scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new ActorPage(new ListQuery<>(
                pages,
                listing,
                Path.all("actor"),
                null,
                condition,
                order == null ? ActorOrder.NAME_ASC : order,
                null,
                request));
    }
}
