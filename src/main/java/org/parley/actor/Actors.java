package org.parley.actor;

import jakarta.enterprise.context.ApplicationScoped;
import org.parley.graph.RecordKind;
import org.parley.lists.Listed;

/** Every query about actors. */
@ApplicationScoped
public class Actors extends Listed<Actor, ActorFilter, ActorPage.Order, ActorPage> {
    Actors() {
        super(RecordKind.ACTOR, Actor.class, Actor::sortKey, ActorPage.Order.NAME_ASC, ActorPage::new);
    }
}
