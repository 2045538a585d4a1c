package org.parley.actor;

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

/** Every query about actors. */
@ApplicationScoped
public class Actors implements Catalogue<Actor> {
    private final Pages pages;
    private final Scopes scopes;
    private final Listing<Actor> listing = new Listing<>("actor", "actor", this::byIds, Actor::getId, Actor::sortKey);

    Actors(Pages pages, Scopes scopes) {
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
        Scope scope = scopes.open();
        Condition condition = filter == null ? Condition.TRUE : filter.condition(scope);
        scope.check();
        return new ActorPage(new Page.Slice<>(
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
