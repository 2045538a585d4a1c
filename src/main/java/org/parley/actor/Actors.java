package org.parley.actor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.graph.RecordKind;
import org.parley.graph.Redirects;
import org.parley.lists.Listed;

/** Every query about actors. */
@ApplicationScoped
public class Actors extends Listed<Actor, ActorFilter, ActorPage.Order, ActorPage> {
    @Inject
    Redirects redirects;

    Actors() {
        super(RecordKind.ACTOR, Actor.class, Actor::sortKey, ActorPage.Order.NAME_ASC, ActorPage::new);
    }

    /** The actor with this id or slug, or the one into which that was merged; null if there is none. */
    @Override
    public Actor get(String id) {
        return super.get(redirects.leadsTo(kind().id(id)));
    }
}
