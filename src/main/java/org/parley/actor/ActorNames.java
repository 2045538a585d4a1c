package org.parley.actor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.parley.lists.Rows;

/** Every query about the forms of actors' names. */
@ApplicationScoped
class ActorNames implements PanacheRepositoryBase<ActorName, ActorName.Key> {

    /** The names of these actors, each one's in its own order. */
    List<ActorName> of(List<String> actors) {
        return Rows.of(getEntityManager(), ActorName.class, "actorId", actors, "actorId", "ordinal");
    }
}
