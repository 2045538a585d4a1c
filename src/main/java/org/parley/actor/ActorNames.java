package org.parley.actor;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Every query about the forms of actors' names. */
@ApplicationScoped
class ActorNames implements PanacheRepositoryBase<ActorName, ActorName.Key> {

    /** The names of these actors, each one's in its own order. */
    List<ActorName> of(List<String> actors) {
        return list("actorId in ?1 order by actorId, ordinal", actors);
    }
}
